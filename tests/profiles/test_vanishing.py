"""Vanish hides all that is one's own at once; only the same person brings it back."""

import pytest
from django.test import Client

from ledger.models import Event
from matching import runs
from matching.lists import top_for
from matching.models import Candidacy, Opening
from profiles.models import Profile, User
from profiles.privacy.actions import pause, resume
from profiles.privacy.vanishing import come_back, reach_of, vanish, vanished
from profiles.queries import editable_by
from profiles.recognition import viewer_of
from tests import make
from tests.loads import loaded

pytestmark = pytest.mark.django_db


@pytest.fixture
def person():
    """A graduate who also owns a firm alone, and another firm together with somebody."""
    user = make.acts_for(make.a_graduate())
    alone, together = make.a_local_firm(), make.a_startup()
    alone.firm.members.create(user=user, role="owner")
    alone.firm.members.create(user=make.an_account(), role="recruiter")
    together.firm.members.create(user=user, role="owner")
    together.firm.members.create(user=make.an_account(), role="owner")
    return user


def kinds(rows):
    return sorted((row.kind, row.identity.legal_name) for row in rows)


def test_the_page_can_say_what_will_be_hidden_and_what_stays(person):
    reach = reach_of(person)
    assert kinds(reach.hidden) == [("firm", "Sindyan Softworks"), ("graduate", "Lina Haddad")]
    assert kinds(reach.staying) == [("firm", "BaydarPay")]


def test_all_that_is_ones_own_is_hidden_at_once(person):
    assert kinds(vanish(user=person)) == kinds(vanished(person))
    assert not editable_by(person).exclude(kind="firm").exists()
    assert Profile.objects.filter(status="hidden").count() == 2
    assert {row.status for row in Profile.objects.filter(firm__type="startup")} == {"active"}


def test_nobody_else_sees_it_and_the_person_and_staff_do(person):
    graduate = Profile.objects.get(user=person)
    firm = make.viewing_as(make.an_international_company())
    vanish(user=person)
    assert graduate not in Profile.objects.visible_to(firm)
    assert graduate in Profile.objects.visible_to(viewer_of(person))
    assert graduate in Profile.objects.visible_to(viewer_of(make.an_account(is_staff=True)))


def test_whoever_vanished_acts_as_nobody_and_lists_nobody(person):
    other = make.a_graduate()
    vanish(user=person)
    viewer = viewer_of(person)
    assert viewer.verified_kinds == {"firm"}  # of the firm that stays
    assert other not in Profile.objects.visible_to(viewer_of(make.an_account()))


def test_candidacies_and_openings_leave_matches_and_lists_at_once(person):
    graduate = Profile.objects.get(user=person)
    search, job = make.looks_for_a_job(graduate), make.a_job()
    own = make.a_tender(Profile.objects.get(firm__type="local_it"))
    runs.run("hiring")
    owner = make.viewing_as(job.owner)
    assert [match.candidacy for match in top_for(job, owner)] == [search]

    vanish(user=person)

    assert top_for(job, owner) == []
    assert search not in Candidacy.objects.active()
    assert own not in Opening.objects.visible_to(owner)


def test_coming_back_restores_what_was_paused_as_paused(person):
    firm = Profile.objects.get(firm__type="local_it")
    pause(profile=firm, by_id=person.pk)
    vanish(user=person)
    vanish(user=person)

    assert len(come_back(user=person)) == 2
    assert come_back(user=person) == []

    firm.refresh_from_db()
    assert (firm.status, firm.vanished_from) == ("paused", "")
    assert Profile.objects.get(user=person).status == "active"


def test_what_staff_hid_does_not_come_back_by_its_owner():
    user = make.acts_for(make.a_graduate(status="hidden"))
    vanish(user=user)
    assert come_back(user=user) == []
    assert Profile.objects.get(user=user).status == "hidden"


def test_a_stale_page_neither_pauses_nor_resumes_what_is_hidden(person):
    graduate = Profile.objects.get(user=person)
    vanish(user=person)
    assert pause(profile=graduate, by_id=person.pk).status == "hidden"
    assert resume(profile=graduate, by_id=person.pk).status == "hidden"


def test_events_say_codes_only(person):
    vanish(user=person)
    come_back(user=person)
    told = Event.objects.filter(verb__in=["profile.vanished", "profile.returned"]).order_by("pk")
    assert [(event.verb, event.codes) for event in told] == [
        ("profile.vanished", {"from": "active"}),
        ("profile.vanished", {"from": "active"}),
        ("profile.returned", {}),
        ("profile.returned", {}),
    ]


def test_sessions_elsewhere_end_and_a_stolen_one_with_them(person):
    phone, thief = Client(), Client()
    phone.force_login(person)
    thief.force_login(person)
    vanish(user=User.objects.get(pk=person.pk))
    for client in (phone, thief):
        assert client.get("/profile/privacy/").status_code == 302


def test_an_import_brings_nobody_back(person):
    graduate = Profile.objects.get(user=person)
    Profile.objects.filter(pk=graduate.pk).update(external_id="G-1")
    vanish(user=person)
    loaded("graduates", "external_id,status,headline\nG-1,active,New\n")
    graduate.refresh_from_db()
    assert (graduate.status, graduate.headline) == ("hidden", "New")
