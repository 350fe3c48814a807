"""The invented cast: one seed, plausible people, valid rows, nobody real."""

from collections import Counter

import pytest
from django.db.models import Count

from matching import runs
from matching.engagements.models import Engagement, Session
from matching.engine.oracle import judge
from matching.facts import read
from matching.introductions.models import Introduction
from matching.models import Candidacy, Exclusion, Opening, TopMatches
from matching.pairings import registry
from matching.tenders.models import Answer
from profiles.firms.models import Firm, FirmMember
from profiles.models import Identity, Profile, User
from profiles.taxonomy.sync import rows
from tests import scenarios
from tests.cast.company import Cast, draw_cast
from tests.cast.crafts import CRAFTS, SECTORS
from tests.cast.logins import PASSWORD, logins
from tests.cast.places import CITIES, HOMES

SMALL = 0.1


@pytest.fixture(scope="module")
def cast() -> Cast:
    return draw_cast(seed=7)


@pytest.fixture
def small(db: None) -> None:
    scenarios.demo_cast(seed=7, scale=SMALL)


def _written(cast: Cast) -> list[object]:
    people = [
        (party.profile.public_id, party.identity.legal_name, party.profile.about, party.skills)
        for party in cast.parties
    ]
    return people + [(draft.row.title, draft.row.usd_max, draft.skills) for draft in cast.openings]


def test_the_same_seed_gives_the_same_cast():
    once, twice, another = (draw_cast(seed=seed, scale=SMALL) for seed in (7, 7, 8))

    assert _written(once) == _written(twice)
    assert _written(once) != _written(another)


def test_the_cast_has_the_promised_numbers(cast):
    kinds = Counter(party.profile.kind for party in cast.parties)
    openings = Counter(draft.row.pairing for draft in cast.openings)

    assert kinds == {"graduate": 3000, "mentor": 600, "investor": 120, "firm": 180}
    assert openings == {
        "hiring": 330, "internships": 140, "contracting": 60, "investing": 100, "mentorship": 270,
    }  # fmt: skip
    assert sum(openings.values()) == 900


def test_every_pairing_has_plenty_of_candidates(cast):
    candidacies = Counter(draft.row.pairing for draft in cast.candidacies)

    least = {
        "hiring": 2000, "internships": 900, "mentorship": 1000, "contracting": 50, "investing": 45,
    }  # fmt: skip
    assert set(candidacies) == set(registry.all_pairings())
    assert {slug: count for slug, count in candidacies.items() if count < least[slug]} == {}


def test_all_words_of_the_cast_are_in_the_taxonomy():
    skills = {row["slug"] for row in rows("skills")}
    crafts = {slug for craft in CRAFTS for slug in (*craft.core, *craft.more)}

    assert crafts - skills == set()
    assert set(SECTORS) - {row["slug"] for row in rows("sectors")} == set()
    assert {c.tongue for c in CITIES} - {row["code"] for row in rows("languages")} == set()
    assert {home.code for home in HOMES} == {row["code"] for row in rows("governorates")}
    studied = {slug for home in HOMES for slug in home.universities}
    assert studied - {row["slug"] for row in rows("universities")} == set()


def test_a_third_write_arabic_and_women_are_half(cast):
    graduates = [p for p in cast.parties if p.profile.kind == "graduate"]
    arabic = sum(party.profile.language == "ar" for party in graduates)
    spoken_of = Counter(party.profile.headline.partition(" ")[0] for party in graduates)

    assert 0.28 < arabic / len(graduates) < 0.4
    assert 0.7 < spoken_of["مطوّرة"] / spoken_of["مطوّر"] < 1.4


@pytest.mark.parametrize(
    "column", ["week", "experience_years", "governorate", "sectors", "skills", "languages"]
)
def test_each_fact_is_missing_now_and_then(cast, column):
    graduates = [p for p in cast.parties if p.profile.kind == "graduate"]
    holders = [
        getattr(party, column, None) if hasattr(party, column) else getattr(party.profile, column)
        for party in graduates
    ]

    missing = sum(value in (None, "", [], {}) for value in holders)
    assert 0.02 < missing / len(graduates) < 0.16


def test_seniors_and_mentors_are_asked_to_be_strong_in_what_counts_most(cast):
    asked = Counter(draft.row.pairing for draft in cast.openings if draft.levels)
    sought = Counter(draft.row.pairing for draft in cast.candidacies if draft.levels)

    assert 20 < asked["hiring"] < 80
    assert set(asked) == {"hiring"}
    assert sought["mentorship"] > 300
    assert set(sought) == {"mentorship"}


def test_most_investors_have_a_record_and_of_some_nothing_is_told(small):
    investors = Profile.objects.filter(kind="investor")
    recorded = investors.filter(past_investments__isnull=False).distinct()
    told = investors.exclude(funded=[])

    assert investors.count() > recorded.count() > told.count() > 3
    own = investors.get(external_id="demo-investor").funded
    assert {"sector:fintech", "sector:fintech:often", "place:PS-NBS"} <= set(own)


def test_money_stays_within_what_is_usual(cast):
    floors = [d.row.usd_min for d in cast.candidacies if d.row.pairing == "hiring"]
    tickets = [d.row for d in cast.openings if d.row.pairing == "investing"]

    said = [floor for floor in floors if floor is not None]
    assert (min(said), max(said)) == (900, 2400)
    assert min(row.usd_min for row in tickets if row.usd_min is not None) >= 5_000
    assert max(row.usd_max for row in tickets if row.usd_max is not None) <= 1_000_000


def test_nobody_can_be_reached(cast):
    assert all(party.identity.email.endswith("@example.org") for party in cast.parties)
    numbers = {party.identity.phone[:10] for party in cast.parties if party.identity.phone}
    assert numbers == {"+970 590 0", "+999 555 0"}


def test_every_state_occurs(cast):
    profiles = Counter(party.profile.status for party in cast.parties)
    openings = Counter(draft.row.status for draft in cast.openings)
    candidacies = Counter(draft.row.status for draft in cast.candidacies)

    assert set(profiles) == {"active", "paused", "hidden"}
    assert set(openings) == {"published", "closed", "draft", "paused"}
    assert set(candidacies) == {"active", "paused", "withdrawn"}
    assert any(party.profile.verified_at is None for party in cast.parties)


def test_about_a_third_of_the_local_firms_are_unnamed(cast):
    local = [
        party.profile.is_named
        for party in cast.parties
        if isinstance(party.details, Firm) and party.details.type == Firm.Type.LOCAL_IT
    ]

    assert 0.2 < local.count(False) / len(local) < 0.5


def test_terms_fit_their_pairings_forms(cast):
    refused = []
    for draft in (*cast.openings, *cast.candidacies):
        side = "opening" if isinstance(draft.row, Opening) else "candidacy"
        form = draft.row.declaration.terms(side)
        said = {name: getattr(draft.row, name, None) for name in form.base_fields}
        filled = form(data={**said, **draft.row.terms})
        refused += [] if filled.is_valid() else [(draft.row.pairing, filled.errors)]

    assert refused == []


@pytest.mark.usefixtures("small")
def test_saved_rows_pass_their_own_validation():
    for table in (Profile, Identity, Opening, Candidacy):
        for row in table.objects.order_by("pk")[:150]:
            row.full_clean()


@pytest.mark.usefixtures("small")
def test_every_profile_has_its_details_and_its_identity():
    kinds = Profile.objects.values_list("kind").annotate(Count("pk"))

    for kind, count in kinds:
        assert Profile.objects.filter(**{"kind": kind, f"{kind}__isnull": False}).count() == count
    assert not Profile.objects.filter(identity__isnull=True).exists()
    assert Exclusion.objects.count() == 3


@pytest.mark.usefixtures("small")
def test_every_role_can_log_in(client):
    for login in logins():
        assert client.login(email=login.email, password=PASSWORD), login.role
    assert User.objects.get(email="staff@demo.silah.example").is_staff
    assert dict(FirmMember.objects.values_list("user__email", "role")) == {
        "local.firm@demo.silah.example": "owner",
        "founder@demo.silah.example": "owner",
        "recruiter@demo.silah.example": "recruiter",
    }


@pytest.mark.usefixtures("small")
def test_those_who_log_in_find_good_matches():
    for pairing in registry.all_pairings():
        runs.run(pairing)

    theirs = {draft.row.public_id for login in logins() for draft in login.openings}
    theirs -= {Opening.objects.get(external_id="demo-job-on-site").public_id}
    openings = TopMatches.objects.filter(opening__public_id__in=theirs)
    sought = {draft.row.public_id for login in logins() for draft in login.candidacies}
    candidacies = TopMatches.objects.filter(candidacy__public_id__in=sought)
    assert (openings.count(), candidacies.count()) == (len(theirs), len(sought))
    assert min(top.scores[0] for top in (*openings, *candidacies)) > 700_000


@pytest.mark.usefixtures("small")
@pytest.mark.parametrize(
    ("opening", "vetoes"),
    [("demo-job-ramallah", {"pay"}), ("demo-job-on-site", {"place", "languages"})],
)
def test_the_graduate_who_logs_in_has_openings_ruled_out(opening, vetoes):
    hiring = registry.get("hiring")
    candidacy = Candidacy.objects.get(profile__external_id="demo-graduate", pairing="hiring")
    job = Opening.objects.get(external_id=opening)
    holder = hiring.holder_of(read(hiring, "candidacy", [candidacy.pk])[0])
    requirer = hiring.requirer_of(read(hiring, "opening", [job.pk])[0])

    ruled_out = {
        j.criterion.name for j in judge(holder, requirer, hiring.criteria) if j.value is None
    }

    assert ruled_out == vetoes


def test_the_demo_has_something_on_each_page_of_those_who_log_in(db: None):
    scenarios.demo_meetings(scenarios.demo_cast(seed=7, scale=SMALL))
    states = set(Engagement.objects.values_list("pairing", "state"))
    assert states == {
        ("mentorship", "running"), ("investing", "running"), ("contracting", "running"),
        ("internships", "stated"),
    }  # fmt: skip
    assert set(Introduction.objects.values_list("state", flat=True)) == {"waiting", "accepted"}
    assert Counter(Answer.objects.values_list("state", flat=True)) == {"sent": 2, "shortlisted": 1}
    assert Counter(Session.objects.values_list("state", flat=True)) == {"held": 1, "booked": 1}
    assert Engagement.objects.filter(pairing="investing").count() == 4
