"""What a person decides about being found, and the way out and back, on real pages."""

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from ledger.models import Event
from matching import runs
from matching.models import SavedItem
from profiles.models import Profile, User
from tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def graduate():
    return make.a_graduate(legal_name="Lina Haddad")


@pytest.fixture
def client(graduate):
    client = Client()
    client.force_login(make.acts_for(graduate))
    return client


def setting(profile, slug):
    return reverse("privacy-setting", args=[profile.public_id, slug]) + "?checking=1"


def read(client, address, **options):
    return client.get(address, **options).content.decode()


ANSWERS = {
    "found": ({"audience": "everyone"}, "Everyone, without an account too"),
    "name": ({"named": "yes"}, "Your name"),
    "countries": ({"added": "DE"}, "Germany"),
    "sectors": ({"sectors": ["education", "health"]}, "Health"),
    "names": ({"names": "Old Employer Ltd\n\nجار قديم"}, "Old Employer Ltd"),
}


@pytest.mark.parametrize("slug", ANSWERS)
def test_each_setting_is_saved_and_read_back(slug, client, graduate):
    typed, said = ANSWERS[slug]
    assert client.get(setting(graduate, slug)).status_code == 200
    answer = client.post(setting(graduate, slug), typed)
    assert answer.headers["Location"] == reverse("privacy-of", args=[graduate.public_id])
    assert said in read(client, answer.headers["Location"])


def test_a_country_is_unticked_and_another_added(client, graduate):
    client.post(setting(graduate, "countries"), {"added": "DE"})
    client.post(setting(graduate, "countries"), {"kept": ["DE"], "added": "FR"})
    client.post(setting(graduate, "countries"), {"kept": ["FR"], "added": ""})
    graduate.refresh_from_db()
    assert graduate.excluded_countries == ["FR"]


@pytest.mark.parametrize("language", ["", "/ar"])
def test_a_name_that_is_none_is_told_and_nothing_typed_is_lost(language, client, graduate):
    page = client.post(language + setting(graduate, "names"), {"names": "Old Employer\n???"})
    assert page.status_code == 422
    assert "Old Employer" in page.content.decode()
    assert "autofocus" in page.content.decode()
    assert not graduate.excluded_names.exists()


def test_nothing_tells_whether_an_excluded_name_is_here(client, graduate):
    make.an_international_company(legal_name="Here GmbH")
    pages = []
    for name in ("Here", "Gone"):
        answer = client.post(setting(graduate, "names"), {"names": name}, follow=True)
        pages.append(answer.content.decode().replace(name, "").replace("Gone", ""))
    assert strip(pages[0]) == strip(pages[1])
    told = Event.objects.filter(verb="profile.exclusions").values_list("codes", flat=True)
    assert list(told) == [{"of": "excluded_names"}] * 2


def strip(page):
    """Without the token that differs on every page."""
    import re

    return re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", page)


def test_the_names_are_read_by_their_owner_only(client, graduate, desk):
    client.post(setting(graduate, "names"), {"names": "Canary Employer"})
    for address in (
        reverse("profile", args=[graduate.public_id]),
        reverse("admin:profiles_profile_change", args=[graduate.pk]),
    ):
        assert "Canary Employer" not in read(desk, address)


@pytest.fixture
def desk():
    client = Client()
    client.force_login(make.staff(is_superuser=True))
    return client


def test_another_persons_settings_are_no_page(client):
    other = make.a_graduate()
    for address in (
        setting(other, "names"),
        reverse("privacy-of", args=[other.public_id]),
        reverse("as-others-see-me") + f"?profile={other.public_id}",
    ):
        assert client.get(address).status_code == 404
    assert client.post(reverse("privacy-pause", args=[other.public_id])).status_code == 404


def test_a_recruiter_does_not_decide_for_the_firm():
    firm = make.a_local_firm()
    client = Client()
    client.force_login(make.acts_for(firm, role="recruiter"))
    assert client.get(reverse("privacy-of", args=[firm.public_id])).status_code == 404


def test_a_pause_keeps_everything_and_ends(client, graduate):
    address = reverse("privacy-pause", args=[graduate.public_id])
    page = client.post(address, {"pause": "1"}, follow=True).content.decode()
    assert "You are paused: nobody finds you" in page
    client.post(address, {"resume": "1"})
    graduate.refresh_from_db()
    assert graduate.status == "active"


EYES = {
    "stranger": False,
    "account": False,
    "graduate": False,
    "mentor": True,
    "investor": False,
    "firm": True,
    "staff": True,
}


@pytest.mark.parametrize("eyes", EYES)
def test_one_sees_oneself_as_each_reader_does(eyes, client, graduate):
    page = read(client, reverse("as-others-see-me"), data={"as": eyes})
    assert ("there is no such page" in page) != EYES[eyes]
    assert ("Backend developer, Python" in page) == EYES[eyes]
    assert ("Lina Haddad" in page) == (eyes == "staff")


def test_somebody_in_an_excluded_country_sees_nothing(client, graduate):
    Profile.objects.filter(pk=graduate.pk).update(excluded_countries=["DE"])
    address = reverse("as-others-see-me")
    assert "there is no such page" in read(client, address, data={"as": "firm", "country": "DE"})
    assert "Backend developer" in read(client, address, data={"as": "firm", "country": "FR"})


def test_eyes_and_countries_that_do_not_exist_are_a_strangers(client):
    page = read(client, reverse("as-others-see-me"), data={"as": "god", "country": "XX"})
    assert "A stranger, without an account" in page


def test_vanish_and_come_back_in_two_tabs_and_with_a_kept_link(client, graduate):
    """A viewer keeps the link, another tab keeps the page, another device its session."""
    firm = make.an_international_company()
    reader, phone = Client(), Client()
    reader.force_login(make.acts_for(firm))
    phone.force_login(graduate.user)
    make.a_job(firm)
    make.looks_for_a_job(graduate)
    runs.run("hiring")
    link = reverse("profile", args=[graduate.public_id])
    matches = reverse("my-matches")
    assert graduate.alias_code in read(reader, link)
    assert graduate.alias_code in read(reader, matches)

    assert "Vanish now" in read(client, reverse("vanish"))
    page = client.post(reverse("vanish"), follow=True).content.decode()
    assert "You have vanished" in page
    client.post(reverse("vanish"))

    assert reader.get(link).status_code == 404
    assert graduate.alias_code not in read(reader, matches)
    assert graduate.alias_code not in read(reader, "/api/v1/matches/")
    assert phone.get(reverse("privacy")).status_code == 302
    assert client.get(link).status_code == 200
    assert "the profile is hidden" in read(client, link)
    assert client.post(setting(graduate, "name"), {"named": "yes"}).status_code == 404
    assert client.get(reverse("privacy")).headers["Location"] == reverse("vanish")

    page = client.post(reverse("come-back"), follow=True).content.decode()
    assert "You are back" in page
    assert reader.get(link).status_code == 200
    assert not Profile.objects.get(pk=graduate.pk).is_named


def test_every_page_says_that_something_is_hidden(client):
    client.post(reverse("vanish"))
    assert "A profile of yours is hidden" in read(client, "/openings/")
    client.post(reverse("come-back"))
    assert "A profile of yours is hidden" not in read(client, "/openings/")


def test_a_stranger_is_asked_to_log_in_everywhere():
    cache.clear()
    for name in ("privacy", "vanish", "as-others-see-me"):
        assert Client().get(reverse(name)).status_code == 302


def test_someone_with_nothing_has_nothing_to_hide():
    client = Client()
    client.force_login(make.an_account())
    assert "There is nothing to hide" in read(client, reverse("vanish"))
    assert client.get(reverse("privacy")).status_code == 200
    assert client.get(reverse("as-others-see-me")).status_code == 200


def test_what_others_saved_of_somebody_goes_with_them(client, graduate):
    reader = Client()
    reader.force_login(make.acts_for(make.an_international_company()))
    SavedItem.objects.create(user=user_of(reader), profile=graduate)
    address = reverse("saved") + "?show=people"
    assert graduate.headline in read(reader, address)
    client.post(reverse("vanish"))
    assert graduate.headline not in read(reader, address)
    client.post(reverse("come-back"))
    assert graduate.headline in read(reader, address)


def user_of(client):
    return User.objects.get(pk=client.session["_auth_user_id"])


def test_nobody_excluded_is_said_as_an_answer(client):
    page = read(client, reverse("privacy"))
    assert page.count('<p><bdi dir="auto">None</bdi></p>') == 3
    assert "Not said" not in page


@pytest.mark.parametrize("prefix", ["", "/ar"])
def test_page_of_vanishing_does_not_lead_to_itself(client, prefix):
    vanish = reverse("vanish")
    client.post(vanish)
    assert f'<a href="{prefix}{vanish}">' in read(client, f"{prefix}/openings/")
    assert f'<a href="{prefix}{vanish}">' not in read(client, f"{prefix}{vanish}")
