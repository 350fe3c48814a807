"""One person, several roles: added by oneself, switched by oneself, never another's."""

import pytest
from django.test import Client

from profiles.models import Profile
from tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def mentor() -> Profile:
    return make.a_mentor(headline="Payments, Berlin")


@pytest.fixture
def visitor(mentor: Profile) -> Client:
    client = Client()
    client.force_login(make.acts_for(mentor))
    return client


def acting(visitor: Client) -> str:
    return visitor.get("/profile/roles/").wsgi_request.viewer.acting_profile_id


def test_a_role_is_added_and_acted_in_at_once(visitor: Client, mentor: Profile) -> None:
    answer = visitor.post("/profile/roles/add/", {"kind": "investor"})

    assert answer.headers["Location"] == "/profile/roles/"
    added = Profile.objects.get(kind="investor")
    assert (added.user_id, added.is_verified) == (Profile.objects.get(pk=mentor.pk).user_id, False)
    assert acting(visitor) == added.pk


def test_a_role_that_one_has_is_not_offered_again(visitor: Client) -> None:
    page = visitor.get("/profile/roles/").content.decode()

    assert 'name="kind" value="mentor"' not in page
    assert 'name="kind" value="graduate"' in page
    assert 'name="kind" value="firm"' in page


def test_one_switches_between_ones_own(visitor: Client, mentor: Profile) -> None:
    visitor.post("/profile/roles/add/", {"kind": "investor"})

    answer = visitor.post(
        "/profile/roles/act/", {"profile": mentor.public_id, "next": "/openings/"}
    )

    assert answer.headers["Location"] == "/openings/"
    assert acting(visitor) == mentor.pk


def test_another_persons_profile_is_a_404_and_changes_nothing(
    visitor: Client, mentor: Profile
) -> None:
    other = make.an_investor()

    assert visitor.post("/profile/roles/act/", {"profile": other.public_id}).status_code == 404
    assert visitor.post("/profile/roles/act/", {"profile": "nonsense"}).status_code == 404
    assert acting(visitor) == mentor.pk


def test_a_forged_session_gains_nothing(visitor: Client, mentor: Profile) -> None:
    session = visitor.session
    session["acting"] = str(make.an_investor().public_id)
    session.save()

    assert acting(visitor) == mentor.pk


@pytest.mark.parametrize("path", ["/profile/roles/act/", "/profile/roles/add/"])
def test_a_switch_is_never_a_link(visitor: Client, path: str) -> None:
    assert visitor.get(path).status_code == 405


def test_a_link_elsewhere_is_not_followed(visitor: Client, mentor: Profile) -> None:
    answer = visitor.post(
        "/profile/roles/act/", {"profile": mentor.public_id, "next": "https://evil.example/"}
    )

    assert answer.headers["Location"] == "/profile/roles/"


def test_an_unknown_role_is_a_bad_request(visitor: Client) -> None:
    assert visitor.post("/profile/roles/add/", {"kind": "emperor"}).status_code == 400


def test_the_header_offers_the_switch_from_the_second_role_on(visitor: Client) -> None:
    assert 'action="/profile/roles/act/"' not in visitor.get("/").content.decode()

    visitor.post("/profile/roles/add/", {"kind": "firm"})

    page = visitor.get("/").content.decode()
    assert 'action="/profile/roles/act/"' in page
    assert "Payments, Berlin" in page
