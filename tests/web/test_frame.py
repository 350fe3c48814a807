import pytest
from django.template.defaultfilters import date
from django.template.loader import render_to_string
from django.test import Client
from django.utils.timezone import datetime
from django.utils.translation import override

from profiles.models import User
from tests.web.markup import Markup

pytestmark = pytest.mark.urls("tests.web.pages")
ACCOUNT = "Account Your account Where you are logged in"


def body(path: str, **headers: str) -> str:
    return Client(headers=headers, raise_request_exception=False).get(path).content.decode()


def test_language_link_leads_to_the_same_page_and_keeps_the_query() -> None:
    assert '<a href="/ar/openings/?q=c%23&amp;sort=new" hreflang="ar"' in body(
        "/openings/?q=c%23&sort=new"
    )
    assert '<a href="/openings/?q=c%23" hreflang="en"' in body("/ar/openings/?q=c%23")


def test_language_link_of_a_missing_page_leads_home() -> None:
    assert '<a href="/ar/" hreflang="ar"' in body("/nowhere/")
    assert '<a href="/" hreflang="en"' in body("/ar/nowhere/")


def test_page_names_its_alternates_with_host() -> None:
    page = body("/ar/openings/?q=1")

    assert '<link rel="alternate" hreflang="en" href="http://testserver/openings/?q=1">' in page
    assert '<link rel="alternate" hreflang="ar" href="http://testserver/ar/openings/?q=1">' in page


def test_arabic_page_runs_from_right_to_left_and_preloads_both_fonts() -> None:
    """Its digits and spaces are in the Latin one."""
    page = body("/ar/")

    assert '<html lang="ar" dir="rtl"' in page
    assert "fonts/readex-arabic" in page
    assert "fonts/readex-latin" in page


def test_reader_who_saves_data_is_sent_no_font() -> None:
    page = body("/", save_data="on")

    assert "data-save>" in page
    assert "fonts/" not in page


def test_navigation_marks_the_page_and_the_pages_under_it() -> None:
    assert '<a href="/openings/" aria-current="page">' in body("/openings/")
    assert '<a href="/openings/" aria-current="true">' in body("/openings/7/")
    assert '<a href="/openings/">' in body("/")


def test_stranger_is_offered_to_log_in_and_nothing_of_the_signed_in() -> None:
    said = Markup(body("/")).text

    assert "Log in" in said
    assert "My matches" not in said
    assert "Log out" not in said
    assert "Administration" not in said


def test_signed_in_reader_is_offered_their_own_pages_and_the_way_out() -> None:
    said = Markup(render_to_string("components/header.html", {"user": User()})).text

    assert said == f"Silah Menu Main Openings My matches My skills {ACCOUNT} Log out"


def test_staff_are_offered_the_administration() -> None:
    said = Markup(render_to_string("components/header.html", {"user": User(is_staff=True)})).text

    assert said == (
        f"Silah Menu Main Openings My matches My skills {ACCOUNT} Administration Log out"
    )


@pytest.mark.parametrize(
    ("path", "status", "heading"),
    [
        ("/nowhere/", 404, "There is no such page"),
        ("/ar/nowhere/", 404, "لا توجد صفحة بهذا العنوان"),
        ("/broken/", 500, "Something went wrong on our side"),
        ("/ar/broken/", 500, "حدث خلل من جهتنا"),
        ("/appearance/?scheme=pink", 400, "This address cannot be read"),
    ],
)
def test_error_page_keeps_the_frame_and_says_what_to_do(
    path: str, status: int, heading: str
) -> None:
    response = Client(raise_request_exception=False).get(path)

    assert response.status_code == status
    assert f"<h1>{heading}</h1>" in response.content.decode()
    assert 'class="foot"' in response.content.decode()


@pytest.mark.parametrize(
    "path", ["/accounts/login/", "/accounts/signup/?role=mentor", "/accounts/password/reset/"]
)
@pytest.mark.parametrize("language", ["", "/ar"])
def test_account_page_stands_in_the_frame_of_the_site(path: str, language: str) -> None:
    page = body(language + path)

    assert Markup(page.removeprefix("<!doctype html>")).faults == []
    assert page.count("<h1>") == 1
    assert 'class="foot"' in page


def test_months_in_arabic_are_levantine_with_western_digits() -> None:
    with override("ar"):
        assert date(datetime(2026, 12, 12)) == "12 كانون الأول 2026"
