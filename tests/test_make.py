"""The builders: what every test and the demo stand on."""

from datetime import UTC, datetime

import pytest

from matching import runs
from matching.filters import OpeningFilter
from matching.models import Candidacy, CandidacySkill, Opening, OpeningSkill, TopMatches
from matching.pairings import registry
from profiles.firms.models import FirmMember
from profiles.hours import parse_week, utc_hours
from profiles.models import Identity, Profile, ProfileLanguage, ProfileSkill
from profiles.visibility import may_see
from tests import make, scenarios
from tests.cast import drafts

pytestmark = pytest.mark.django_db


def test_a_built_graduate_is_complete():
    graduate = make.a_graduate()

    assert (graduate.kind, graduate.status, graduate.is_verified) == ("graduate", "active", True)
    assert graduate.governorate.code == "PS-NBS"
    assert graduate.graduate.university.slug == "an-najah"
    assert graduate.identity.legal_name == "Lina Haddad"
    assert dict(graduate.held_skills.values_list("skill__slug", "level")) == {
        "python": 3,
        "django": 3,
        "postgresql": 2,
        "git": 2,
    }
    assert dict(graduate.spoken_languages.values_list("language__code", "cefr")) == {
        "ar": "C2",
        "en": "C1",
    }


def test_keywords_reach_profile_identity_details_and_lists():
    mentor = make.a_mentor(
        legal_name="نور عودة", headline="Coach", hours_month=8, skills={"go": 4}, verified=False
    )

    row = Profile.objects.get(pk=mentor.pk)
    assert (row.headline, row.mentor.hours_month, row.is_verified) == ("Coach", 8, False)
    assert row.identity.legal_name == "نور عودة"
    assert list(row.held_skills.values_list("skill__slug", "level")) == [("go", 4)]


def test_hours_are_derived_from_week_and_zone():
    firm = make.a_local_firm(week="Mon-Tue 10:00-12:00", time_zone="UTC")
    silent = make.a_local_firm(week=None)

    ten_to_noon = 0b11 << 10
    assert firm.utc_hours == ten_to_noon
    assert utc_hours(parse_week("Mon-Tue 10:00-12:00"), "UTC", datetime.now(UTC)) == ten_to_noon
    assert (silent.week, silent.utc_hours, silent.utc_days) == (None, None, None)


def test_an_unknown_skill_is_named():
    with pytest.raises(LookupError, match="no skill 'pythno'"):
        make.a_graduate(skills={"pythno": 3})


def test_a_built_opening_is_open_and_can_be_searched():
    job = make.a_job(title="مطوّرة بايثون", skills={"python": 3})

    assert job.is_open
    assert list(OpeningFilter({"q": "مطورة"}, Opening.objects.open()).qs) == [job]
    assert list(OpeningSkill.objects.values_list("opening", "skill__slug", "importance")) == [
        (job.pk, "python", 3)
    ]


def test_a_draft_opening_has_no_date():
    assert make.a_job(status="draft").published_at is None


def test_acting_for_a_firm_makes_a_member_and_for_a_person_an_owner():
    firm, graduate = make.a_startup(), make.a_graduate()

    recruiter = make.acts_for(firm, role=FirmMember.Role.RECRUITER)
    owner = make.acts_for(graduate)

    assert firm.firm.members.get().user == recruiter
    assert firm.firm.members.get().role == "recruiter"
    assert Profile.objects.get(user=owner) == graduate


def test_viewing_as_a_verified_firm_shows_graduates(stranger, outsider):
    graduate, firm = make.a_graduate(), make.a_local_firm()

    viewer = make.viewing_as(firm)

    graduates = Profile.objects.filter(kind="graduate")
    assert list(graduates.filter(may_see(viewer))) == [graduate]
    assert not graduates.filter(may_see(stranger)).exists()
    assert not graduates.filter(may_see(outsider)).exists()


def test_default_builders_suit_each_other_in_every_pairing():
    pairs = scenarios.one_pair_of_every_pairing()

    for pairing in registry.all_pairings():
        runs.run(pairing)

    assert set(pairs) == set(registry.all_pairings())
    for slug, pair in pairs.items():
        top = TopMatches.objects.get(opening=pair.opening)
        assert (top.pairing, top.ids) == (slug, [pair.candidacy.pk])
        assert top.scores[0] > 900_000


def test_two_firms_and_three_graduates_meet_as_the_scenario_says():
    moment = scenarios.two_firms_and_three_graduates()

    runs.run("hiring")

    best = {top.opening_id: top.ids[0] for top in TopMatches.objects.filter(opening__isnull=False)}
    assert best == {
        moment.python_job.pk: moment.searches[0].pk,
        moment.react_job.pk: moment.searches[1].pk,
    }
    costly = TopMatches.objects.get(candidacy=moment.searches[2])
    assert costly.ids == []


def test_every_draft_says_all_that_its_tables_need():
    made = [
        drafts.graduate(), drafts.mentor(), drafts.investor(), drafts.local_firm(),
        drafts.startup(), drafts.diaspora_firm(), drafts.international_company(),
    ]  # fmt: skip

    for party in made:
        party.profile.clean_fields(exclude=["governorate"])
        party.details.clean_fields(exclude=["profile", "university"])
        party.identity.clean_fields(exclude=["profile"])


def test_removing_a_built_row_takes_all_that_is_its_own():
    graduate = make.a_graduate()
    make.looks_for_a_mentor(graduate)

    graduate.delete()

    for table in (Identity, ProfileSkill, ProfileLanguage, Candidacy, CandidacySkill):
        assert not table.objects.exists()
