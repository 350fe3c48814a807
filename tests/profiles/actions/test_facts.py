"""A fact is written once, by whoever may; what was checked is not changed behind the badge."""

import pytest

from ledger.models import Event
from profiles.actions import describe, rests_on, set_details, set_identity, set_languages
from profiles.hours import parse_week
from profiles.models import Language, Profile
from tests import make

pytestmark = pytest.mark.django_db


def saved() -> list[dict[str, object]]:
    return list(Event.objects.filter(verb="profile.saved").values_list("codes", flat=True))


def test_only_what_changed_is_written_and_named_in_one_event():
    mentor = make.a_mentor(headline="Old", about="Same")
    describe(profile=mentor, by_id=None, headline="New", about="Same")
    assert saved() == [{"fields": ["headline"]}]
    assert Profile.objects.get(pk=mentor.pk).headline == "New"


def test_what_is_so_already_records_nothing():
    mentor = make.a_mentor(headline="Old", legal_name="Sami Khoury")
    describe(profile=mentor, by_id=None, headline="Old")
    set_identity(profile=mentor, by_id=None, legal_name="Sami Khoury")
    set_details(details=mentor.mentor, by_id=None, hours_month=mentor.mentor.hours_month)
    assert saved() == []


def test_two_tabs_that_write_different_facts_keep_both():
    mentor = make.a_mentor(headline="Old", about="Old")
    here, there = Profile.objects.get(pk=mentor.pk), Profile.objects.get(pk=mentor.pk)
    describe(profile=here, by_id=None, headline="New")
    describe(profile=there, by_id=None, about="New")
    mentor.refresh_from_db()
    assert (mentor.headline, mentor.about) == ("New", "New")


def test_stale_page_that_says_the_old_fact_again_writes_it_again():
    mentor = make.a_mentor(headline="Old")
    stale = Profile.objects.get(pk=mentor.pk)
    describe(profile=mentor, by_id=None, headline="New")
    describe(profile=stale, by_id=None, headline="Old")
    assert Profile.objects.get(pk=mentor.pk).headline == "Old"


def test_hours_follow_the_week_and_the_clock():
    mentor = make.a_mentor(time_zone="Europe/Berlin", week=None)
    describe(profile=mentor, by_id=None, week=list(parse_week("Mon-Tue 09:00-10:00")))
    before = Profile.objects.get(pk=mentor.pk).utc_hours
    describe(profile=mentor, by_id=None, time_zone="Asia/Tokyo")
    after = Profile.objects.get(pk=mentor.pk).utc_hours
    assert before
    assert after == 1 << 0
    assert before != after


@pytest.mark.parametrize("write", [describe, set_identity])
def test_hidden_profile_is_not_written(write):
    mentor = make.a_mentor()
    Profile.objects.filter(pk=mentor.pk).update(status="hidden")
    fact = {"headline": "New"} if write is describe else {"legal_name": "New"}
    with pytest.raises(Profile.DoesNotExist):
        write(profile=mentor, by_id=None, **fact)
    assert saved() == []


@pytest.mark.parametrize(
    ("how", "fact", "is_kept"),
    [
        ("document", {"legal_name": "Another Name"}, False),
        ("document", {"phone": "1"}, True),
        ("document", {"legal_name": "SÁMI  Khoury"}, True),
        ("call", {"legal_name": "Another Name"}, True),
        ("imported", {"legal_name": "Another Name"}, True),
        ("register", {"legal_name": "Another Name"}, False),
    ],
)
def test_badge_goes_with_the_fact_that_it_vouches_for(how, fact, is_kept):
    mentor = make.a_mentor(legal_name="Sami Khoury", verified_how=how)
    set_identity(profile=mentor, by_id=None, **fact)
    row = Profile.objects.get(pk=mentor.pk)
    assert row.is_verified == mentor.is_verified == is_kept
    if not is_kept:
        assert row.verified_how == ""
        assert row.submitted_at is not None
        event = Event.objects.get(verb="profile.unverified")
        assert event.codes == {"how": how, "fields": ["legal_name"]}


def test_graduate_who_changes_the_university_waits_for_staff_again():
    graduate = make.a_graduate(university="birzeit", verified_how="university_email")
    other = type(graduate.graduate.university).objects.get(slug="an-najah")
    assert rests_on(graduate, ["university"])
    set_details(details=graduate.graduate, by_id=None, university=other)
    assert not Profile.objects.get(pk=graduate.pk).is_verified


def test_languages_become_exactly_those_said():
    mentor = make.a_mentor(languages={"ar": "C2", "en": "B2"})
    german, english = (Language.objects.get(code=code) for code in ("de", "en"))
    set_languages(profile=mentor, levels={german: "A1", english: "C1"}, by_id=None)
    set_languages(profile=mentor, levels={german: "A1", english: "C1"}, by_id=None)
    held = dict(mentor.spoken_languages.values_list("language__code", "cefr"))
    assert held == {"de": "A1", "en": "C1"}
    assert saved() == [{"languages": 2}]
