import pytest
from django.test import Client

pytestmark = pytest.mark.urls("tests.web.pages")


@pytest.mark.parametrize("scheme", ["auto", "light", "dark"])
def test_chosen_appearance_is_kept_and_shown(scheme: str) -> None:
    client = Client()

    response = client.get("/appearance/", {"scheme": scheme, "next": "/openings/?q=1"})

    assert (response.status_code, response["Location"]) == (302, "/openings/?q=1")
    assert response.cookies["scheme"].value == scheme
    assert f'data-scheme="{scheme}"' in client.get("/").content.decode()


@pytest.mark.parametrize("scheme", ["pink", "", "dark "])
def test_other_word_is_no_appearance(scheme: str) -> None:
    response = Client().get("/appearance/", {"scheme": scheme})

    assert response.status_code == 400
    assert "scheme" not in response.cookies


def test_forged_cookie_reads_as_the_device_says() -> None:
    client = Client()
    client.cookies["scheme"] = "'><script>"

    assert 'data-scheme="auto"' in client.get("/").content.decode()


@pytest.mark.parametrize(
    "elsewhere", ["https://example.org/", "//example.org/", "/\\example.org", "javascript:1", ""]
)
def test_address_outside_the_site_leads_home_instead(elsewhere: str) -> None:
    response = Client().get("/appearance/", {"scheme": "dark", "next": elsewhere})

    assert response["Location"] == "/"


def test_page_tells_caches_that_it_varies() -> None:
    vary = Client().get("/openings/")["Vary"]

    assert {"Cookie", "Save-Data"} <= {name.strip() for name in vary.split(",")}


def test_switch_shows_what_is_chosen_and_comes_back_here() -> None:
    client = Client()
    client.cookies["scheme"] = "dark"

    page = client.get("/openings/?q=1").content.decode()

    assert 'name="next" value="/openings/?q=1"' in page
    assert 'value="dark" aria-pressed="true"' in page
    assert 'value="light" aria-pressed="false"' in page
