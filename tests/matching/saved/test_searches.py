"""A search is kept as the list knows it, in words of both languages, once."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone, translation

from matching.models import SavedSearch
from matching.saved import lists
from matching.saved.actions import save_search
from matching.saved.searches import Asked
from profiles.recognition import viewer_of
from tests import make

pytestmark = pytest.mark.django_db
SAVE, PAGE = "/saved/searches/", {"show": "searches"}


@pytest.fixture
def user():
    return make.acts_for(make.a_graduate())


@pytest.fixture
def reader(client, user):
    client.force_login(user)
    return client


def asked(query, user):
    return Asked.by(lists.get("openings"), query, viewer_of(user))


def save(client, query, **more):
    return client.post(SAVE, {"list": "openings", "query": query, "alerts": "daily", **more})


def test_search_is_kept_with_its_known_filters_in_one_order(reader):
    save(reader, "page=3&sort=closing&mode=remote&q=python+&pairing=internships&pairing=hiring&x=1")
    kept = SavedSearch.objects.get()
    assert kept.query == "mode=remote&pairing=hiring&pairing=internships&q=python"
    assert (kept.list, kept.alerts) == ("openings", "daily")


def test_the_same_search_in_another_order_is_the_same(reader):
    save(reader, "mode=remote&pairing=hiring")
    save(reader, "pairing=hiring&mode=remote&page=2", alerts="never")
    assert SavedSearch.objects.get().alerts == "never"


def test_label_says_the_filters_in_both_languages(reader):
    save(reader, "pairing=hiring&skill=python&pay_min=900&q=clinic")
    kept = SavedSearch.objects.get()
    assert kept.label_en == "clinic, Jobs, Python, Pays at least, USD: 900"
    with translation.override("ar"):
        assert kept.label.startswith("clinic، ")
        assert "Jobs" not in kept.label


def test_value_that_means_nothing_is_not_kept(reader):
    save(reader, "mode=telepathy&mode=remote&skill=nonsense")
    assert SavedSearch.objects.get().query == "mode=remote"


def test_unknown_list_is_refused_and_a_strange_rhythm_is_none(reader):
    assert reader.post(SAVE, {"list": "secrets", "query": "q=x"}).status_code == 404
    save(reader, "q=x", alerts="hourly")
    assert SavedSearch.objects.get().alerts == "never"


def test_search_too_long_to_keep_is_told_in_a_sentence(reader, monkeypatch):
    monkeypatch.setattr(SavedSearch, "LONGEST_QUERY", 20)
    answer = save(reader, "q=" + "a" * 30, next="/openings/")
    assert "too long to save" in reader.get(answer.url).content.decode()
    assert not SavedSearch.objects.exists()


def test_a_person_keeps_so_many_searches_and_no_more(reader, monkeypatch):
    monkeypatch.setattr(SavedSearch, "MOST", 1)
    save(reader, "q=one")
    answer = save(reader, "q=two", next="/openings/")
    assert "1 searches are saved already" in reader.get(answer.url).content.decode()
    assert SavedSearch.objects.count() == 1


def test_list_offers_to_save_what_narrows_it(reader):
    assert "Save this search" in reader.get("/openings/?mode=remote").content.decode()
    assert "Save this search" not in reader.get("/openings/").content.decode()
    assert "Save this search" not in Client().get("/openings/?mode=remote").content.decode()


def test_opening_a_search_leads_to_its_list_and_ends_its_news(reader, user):
    kept = save_search(asked=asked("mode=remote", user), alerts="weekly", by_id=user.pk)
    SavedSearch.objects.update(news=3)
    line = reader.get("/saved/", PAGE).context["lines"][0]
    assert line.news == "3 new"
    before = timezone.now()
    assert reader.get(line.url).url == "/openings/?mode=remote"
    kept.refresh_from_db()
    assert (kept.news, kept.told_until >= before) == (0, True)


def test_rhythm_is_changed_and_search_removed(reader, user):
    save(reader, "mode=remote")
    address = reader.get("/saved/", PAGE).context["lines"][0].change_url
    reader.post(address, {"alerts": "weekly"})
    assert SavedSearch.objects.get().alerts == "weekly"
    reader.post(address, {"remove": "1"})
    assert not SavedSearch.objects.exists()


def test_somebody_elses_search_is_unknown(reader):
    other = make.an_account()
    kept = save_search(asked=asked("q=secret", other), alerts="daily", by_id=other.pk)
    address = f"/saved/searches/{kept.public_id}/"
    assert reader.get(address).status_code == 404
    assert reader.post(f"{address}change/", {"remove": "1"}).status_code == 404
    assert SavedSearch.objects.exists()


def test_search_of_a_list_that_is_no_more_is_not_shown(reader, user):
    kept = save_search(asked=asked("q=x", user), alerts="daily", by_id=user.pk)
    SavedSearch.objects.update(list="gone")
    page = reader.get("/saved/", PAGE)
    assert page.context["lines"] == []
    assert reader.get(f"/saved/searches/{kept.public_id}/").status_code == 404


def test_page_costs_the_same_for_sixty_searches_as_for_three(reader, user, monkeypatch):
    monkeypatch.setattr(SavedSearch, "MOST", 60)
    for number in range(3):
        save_search(asked=asked(f"q=a{number}", user), alerts="never", by_id=user.pk)
    reader.get("/saved/", PAGE)
    with CaptureQueriesContext(connection) as few:
        reader.get("/saved/", PAGE)
    for number in range(57):
        save_search(asked=asked(f"q=b{number}", user), alerts="never", by_id=user.pk)
    with CaptureQueriesContext(connection) as many:
        page = reader.get("/saved/", PAGE)
    assert (page.context["total"], len(page.context["lines"])) == (60, 20)
    assert len(few) == len(many) <= 10
