"""Named moments of the programme, each a whole saved cast: for tests and for the demo."""

from dataclasses import dataclass

from django.db import transaction

from matching.models import Candidacy, Exclusion, Opening
from profiles.models import Profile
from tests import make
from tests.cast.company import draw_cast
from tests.cast.logins import Login, logins, save_accounts
from tests.cast.meetings import meet
from tests.cast.saving import save_candidacies, save_deeds, save_openings, save_parties

SEED = 1


@dataclass(frozen=True, slots=True)
class Hiring:
    """Two firms with a job each and three graduates who look for one; nothing is matched yet."""

    company: Profile
    local_firm: Profile
    python_job: Opening
    react_job: Opening
    python_graduate: Profile
    react_graduate: Profile
    costly_graduate: Profile
    searches: tuple[Candidacy, Candidacy, Candidacy]


def two_firms_and_three_graduates() -> Hiring:
    """Each job has one graduate who suits it; the third asks for more than either pays."""
    react = {"react": 3, "typescript": 2, "css": 1}
    company, local_firm = make.an_international_company(), make.a_local_firm()
    graduates = (
        make.a_graduate(legal_name="Lina Haddad"),
        make.a_graduate(legal_name="Omar Natsheh", skills=react, headline="Frontend developer"),
        make.a_graduate(legal_name="Rana Shaheen", experience_years=6),
    )
    searches = (
        make.looks_for_a_job(graduates[0]),
        make.looks_for_a_job(graduates[1]),
        make.looks_for_a_job(graduates[2], usd_min=2400),
    )
    return Hiring(
        company,
        local_firm,
        make.a_job(company),
        make.a_job(local_firm, title="Frontend developer, React", skills=react),
        *graduates,
        searches,
    )


@dataclass(frozen=True, slots=True)
class Pair:
    """One opening and one candidacy that suit each other well."""

    opening: Opening
    candidacy: Candidacy


def one_pair_of_every_pairing() -> dict[str, Pair]:
    """Five owners and five candidates, by the pairing's slug; nothing is matched yet."""
    candidate = make.a_graduate
    return {
        "hiring": Pair(make.a_job(), make.looks_for_a_job(candidate())),
        "internships": Pair(make.a_placement(), make.looks_for_a_placement(candidate())),
        "mentorship": Pair(make.a_mentoring_offer(), make.looks_for_a_mentor(candidate())),
        "contracting": Pair(make.a_tender(), make.offers_a_team(make.a_local_firm())),
        "investing": Pair(make.a_mandate(), make.raises(make.a_startup())),
    }


@transaction.atomic
def demo_cast(*, seed: int = SEED, scale: float = 1.0) -> list[Login]:
    """Save the demo's people, firms, openings and candidacies; returns who may log in.

    At scale 1.0: 3,000 graduates, 600 mentors, 120 investors, 180 firms and 900 openings,
    besides those of the logins.
    """
    cast, leads = draw_cast(seed=seed, scale=scale), logins()
    save_parties([login.party for login in leads if login.party] + cast.parties)
    save_accounts(leads)
    save_openings([draft for login in leads for draft in login.openings] + cast.openings)
    save_candidacies([draft for login in leads for draft in login.candidacies] + cast.candidacies)
    save_deeds([deed for login in leads for deed in login.deeds] + cast.deeds)
    Exclusion.objects.bulk_create(
        Exclusion(a=a.profile, b=b.profile, reason=Exclusion.Reason.NOT_FOR_ME)
        for a, b in cast.apart
    )
    return leads


@transaction.atomic
def demo_meetings(leads: list[Login]) -> None:
    """What has come about between the logins of `demo_cast` and others, through the actions."""
    meet(leads)
