"""Builders of saved rows, named after what they are; every fact by keyword.

    firm = make.an_international_company()
    job = make.a_job(firm, usd_max=2000)
    graduate = make.a_graduate(skills={"python": 3}, governorate="PS-GZA")
    make.looks_for_a_job(graduate, usd_min=1500)

Defaults are complete and fit each other: that graduate suits that job. Keywords are the columns
of the row and those that `tests.cast.drafts` and `tests.cast.asks` name. A new row is verified,
active and published unless a keyword says otherwise.
"""

from tests.make.meetings import (
    a_message,
    an_answer,
    an_introduction,
)
from tests.make.outcomes import (
    a_contract,
    a_referral,
    a_review,
    a_session,
    an_engagement,
    mentoring,
    mentoring_across_clocks,
    states,
)
from tests.make.pairs import (
    a_candidate_for,
    a_job,
    a_mandate,
    a_mentoring_offer,
    a_placement,
    a_tender,
    an_opening,
    asks_for_levels,
    excludes,
    looks_for_a_job,
    looks_for_a_mentor,
    looks_for_a_placement,
    offers_a_team,
    raises,
)
from tests.make.people import (
    a_diaspora_firm,
    a_graduate,
    a_local_firm,
    a_mentor,
    a_startup,
    acts_for,
    an_account,
    an_international_company,
    an_investor,
    has_a_cv,
    staff,
    viewing_as,
    with_second_factor,
)
from tests.make.records import has_funded

__all__ = [
    "a_candidate_for",
    "a_contract",
    "a_diaspora_firm",
    "a_graduate",
    "a_job",
    "a_local_firm",
    "a_mandate",
    "a_mentor",
    "a_mentoring_offer",
    "a_message",
    "a_placement",
    "a_referral",
    "a_review",
    "a_session",
    "a_startup",
    "a_tender",
    "acts_for",
    "an_account",
    "an_answer",
    "an_engagement",
    "an_international_company",
    "an_introduction",
    "an_investor",
    "an_opening",
    "asks_for_levels",
    "excludes",
    "has_a_cv",
    "has_funded",
    "looks_for_a_job",
    "looks_for_a_mentor",
    "looks_for_a_placement",
    "mentoring",
    "mentoring_across_clocks",
    "offers_a_team",
    "raises",
    "staff",
    "states",
    "viewing_as",
    "with_second_factor",
]
