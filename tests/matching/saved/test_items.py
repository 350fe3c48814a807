"""What somebody saves is theirs alone, kept once, and shown only while they may read it."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.core.exceptions import ValidationError
from django.db import connection, connections
from django.test import Client
from django.test.utils import CaptureQueriesContext

from ledger.models import Event
from matching.models import SavedItem
from matching.saved.actions import save_item
from profiles.models import Profile
from tests import make

pytestmark = pytest.mark.django_db
PAGE, SAVE = "/saved/", "/saved/items/"


@pytest.fixture
def graduate():
    return make.a_graduate()


@pytest.fixture
def reader(client, graduate):
    client.force_login(make.acts_for(graduate))
    return client


def key(row):
    return f"{'profile' if isinstance(row, Profile) else 'opening'}:{row.public_id}"


def titles(client, show="openings"):
    return [line.title for line in client.get(PAGE, {"show": show}).context["lines"]]


def test_saving_leads_back_and_the_page_lists_it(reader):
    job = make.a_job(title="Kept")
    answer = reader.post(SAVE, {"keep": key(job), "next": "/openings/?q=kept"})
    assert (answer.status_code, answer.url) == (302, "/openings/?q=kept")
    assert titles(reader) == ["Kept"]


def test_saving_twice_keeps_one(reader):
    job = make.a_job()
    for _ in range(2):
        reader.post(SAVE, {"keep": key(job)})
    assert SavedItem.objects.count() == 1
    assert Event.objects.filter(verb="item.saved").count() == 1


def test_removing_twice_is_harmless(reader):
    job = make.a_job()
    reader.post(SAVE, {"keep": key(job)})
    for _ in range(2):
        assert reader.post(SAVE, {"drop": key(job)}).status_code == 302
    assert titles(reader) == []


def test_profile_is_saved_beside_openings(reader):
    mentor = make.a_mentor(legal_name="Payments")
    reader.post(SAVE, {"keep": key(mentor)})
    assert titles(reader, "people") == ["Payments"]
    assert titles(reader) == []


def test_saved_profile_says_what_its_numbers_are(reader):
    reader.post(SAVE, {"keep": key(make.a_mentor(hours_month=4))})
    assert reader.get(PAGE, {"show": "people"}).context["lines"][0].facts[-1:] == [
        "4 hours a month"
    ]


def test_page_counts_each_drawer(reader):
    for row in (make.a_job(), make.a_job(), make.a_mentor()):
        reader.post(SAVE, {"keep": key(row)})
    page = reader.get(PAGE)
    assert [drawer["count"] for drawer in page.context["drawers"]] == [2, 1, 0]
    assert page.context["heading"] == "2 saved openings"


@pytest.mark.parametrize(
    "where", ["https://evil.example/", "//evil.example/", "javascript:alert(1)"]
)
def test_saving_leads_to_no_other_site(reader, where):
    assert reader.post(SAVE, {"keep": key(make.a_job()), "next": where}).url == PAGE


def test_stranger_is_asked_to_log_in(client):
    answer = client.post(SAVE, {"keep": key(make.a_job())})
    assert answer.url.startswith("/accounts/login/")
    assert SavedItem.objects.count() == 0


@pytest.mark.parametrize("name", ["", "opening:", "opening:nonsense", "car:1", "profile:x:y"])
def test_nonsense_is_unknown(reader, name):
    assert reader.post(SAVE, {"keep": name}).status_code == 404


def test_what_one_may_not_read_cannot_be_saved(reader):
    hidden = [make.a_graduate(), make.a_job(status="draft"), make.a_mentor(verified=False)]
    for row in hidden:
        assert reader.post(SAVE, {"keep": key(row)}).status_code == 404


def test_closed_opening_is_simply_not_there_any_more(reader):
    job = make.a_job()
    reader.post(SAVE, {"keep": key(job)})
    job.status = "closed"
    job.save()
    page = reader.get(PAGE)
    assert page.context["lines"] == []
    assert [drawer["count"] for drawer in page.context["drawers"]] == [0, 0, 0]


def test_those_who_never_meet_leave_both_drawers_without_a_word(reader, graduate):
    job, mentor = make.a_job(title="Job of the excluded"), make.a_mentor(legal_name="Mentor gone")
    for row in (job, mentor):
        reader.post(SAVE, {"keep": key(row)})
    make.excludes(job.owner, graduate)
    make.excludes(graduate, mentor)
    for show in ("openings", "people"):
        page = reader.get(PAGE, {"show": show})
        assert page.context["lines"] == []
        assert "excluded" not in page.content.decode()


def test_nobody_sees_what_somebody_else_saved(reader):
    reader.post(SAVE, {"keep": key(make.a_job())})
    other = Client()
    other.force_login(make.acts_for(make.a_graduate()))
    assert titles(other) == []


def test_list_and_opening_show_what_is_saved(reader):
    kept, other = make.a_job(title="Kept"), make.a_job(title="Other")
    reader.post(SAVE, {"keep": key(kept)})
    page = reader.get("/openings/").content.decode()
    assert f'name="drop" value="{key(kept)}"' in page
    assert f'name="keep" value="{key(other)}"' in page
    assert 'name="drop"' in reader.get(f"/openings/{kept.public_id}/").content.decode()


def test_strangers_are_shown_no_button(client):
    job = make.a_job()
    for address in ("/openings/", f"/openings/{job.public_id}/"):
        assert "saved/items" not in client.get(address).content.decode()


def test_a_person_keeps_so_many_and_no_more(monkeypatch):
    monkeypatch.setattr(SavedItem, "MOST", 2)
    user = make.an_account()
    for _ in range(2):
        save_item(item=make.a_job(), by_id=user.pk)
    with pytest.raises(ValidationError, match="2 are saved already"):
        save_item(item=make.a_job(), by_id=user.pk)


@pytest.mark.django_db(transaction=True)
def test_two_tabs_save_one_thing_at_once():
    user, job = make.an_account(), make.a_job()

    def save(_):
        try:
            return save_item(item=job, by_id=user.pk).pk
        finally:
            connections.close_all()

    with ThreadPoolExecutor(4) as pool:
        assert len(set(pool.map(save, range(4)))) == 1
    assert SavedItem.objects.count() == 1


@pytest.mark.parametrize("show", ["openings", "people"])
def test_page_costs_the_same_for_sixty_as_for_three(reader, show):
    build = make.a_job if show == "openings" else make.a_mentor
    users = Profile.objects.get(kind="graduate").user_id
    for _ in range(3):
        save_item(item=build(), by_id=users)
    reader.get(PAGE, {"show": show})
    with CaptureQueriesContext(connection) as few:
        reader.get(PAGE, {"show": show})
    for _ in range(57):
        save_item(item=build(), by_id=users)
    with CaptureQueriesContext(connection) as many:
        page = reader.get(PAGE, {"show": show})
    assert len(page.context["lines"]) == 20
    assert page.context["next_url"] == f"/saved/?show={show}&page=2"
    assert len(few) == len(many) <= 10


def test_profile_page_offers_to_save_whom_one_reads(reader, graduate):
    mentor = make.a_mentor()
    page = f"/profiles/{mentor.public_id}/"
    assert f'name="keep" value="{key(mentor)}"' in reader.get(page).content.decode()
    reader.post(SAVE, {"keep": key(mentor), "next": page})
    assert f'name="drop" value="{key(mentor)}"' in reader.get(page).content.decode()
    own = reader.get(f"/profiles/{graduate.public_id}/").content.decode()
    assert "saved/items" not in own
    assert "saved/items" not in Client().get(page).content.decode()


@pytest.mark.parametrize(
    ("path", "build"),
    [
        ("/people/", make.a_mentor),
        ("/startups/", make.a_startup),
        ("/firms/", make.an_international_company),
    ],
)
def test_every_list_of_profiles_has_the_buttons(reader, path, build):
    kept, other = build(), build()
    reader.post(SAVE, {"keep": key(kept)})
    page = reader.get(path).content.decode()
    assert f'name="drop" value="{key(kept)}"' in page
    assert f'name="keep" value="{key(other)}"' in page
    assert "saved/items" not in Client().get(path).content.decode()


def test_nobody_is_asked_to_save_themselves():
    mentor, client = make.a_mentor(), Client()
    client.force_login(make.acts_for(mentor))
    page = client.get("/people/").content.decode()
    assert str(mentor.public_id) in page
    assert key(mentor) not in page
