import pytest
from django.test import Client

from tests import make

pytestmark = pytest.mark.django_db


def test_home_counts_the_openings_of_now(client: Client) -> None:
    make.a_job()
    make.a_job()
    make.a_tender()
    make.a_job(status="closed")
    page = client.get("/")
    counts = {str(label).split(">")[1].split("<")[0]: n for n, label in page.context["numbers"]}
    assert counts == {
        "Jobs": 2, "Tenders": 1, "Internships": 0, "Investment": 0, "Mentorship": 0,
    }  # fmt: skip
    assert page.context["total"] == 3


def test_home_without_openings_invents_no_figures(client: Client) -> None:
    page = client.get("/").content.decode()
    assert "No opening yet" in page
    assert 'class="num2"' not in page


@pytest.mark.parametrize("address", ["/", "/ar/"])
def test_home_has_one_heading_and_a_way_past_the_menu(client: Client, address: str) -> None:
    page = client.get(address).content.decode()
    assert page.count("<h1") == 1
    assert 'class="skip" href="#m"' in page


def test_every_door_leads_a_stranger_to_join_in_its_role(client: Client) -> None:
    doors = [url for _text, _hint, url in client.get("/").context["doors"]]
    assert doors == [
        "/accounts/signup/?role=graduate",
        "/join/",
        "/accounts/signup/?role=firm",
        "/accounts/signup/?role=firm",
    ]
    for url in doors:
        assert client.get(url).status_code == 200


def test_every_door_leads_a_member_to_a_list_that_its_filters_know(client: Client) -> None:
    client.force_login(make.acts_for(make.a_mentor()))
    for _text, _hint, url in client.get("/").context["doors"]:
        page = client.get(url)
        assert page.context["unknown"] == ""
        assert page.context["active"] >= 2
