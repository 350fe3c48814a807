"""The checker as strangers use it: questions, answers, what they come to, and who reads a copy."""

import re
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from grants import actions
from grants.actions.checking import from_json
from grants.answers import KEY
from grants.documents import read_all
from grants.models import Check, Programme
from grants.saying import PLANS
from tests import make
from tests.grants import invented
from tests.web.markup import Markup

pytestmark = pytest.mark.django_db
NEXUS = "/grants/ipsd-nexus/"
COMPANY = {"registration": "registered", "business": "startup", "place": "gaza"}
FITS = {**COMPANY, "months_operating": "14", "enters_markets": "yes"}


@pytest.fixture
def visit() -> Client:
    return Client()


def said(answer: Any) -> str:
    return Markup(answer.content.decode().removeprefix("<!doctype html>")).text


def heading(answer: Any) -> str:
    found = re.search(r"<h1>(.*?)</h1>", answer.content.decode(), re.DOTALL)
    assert found
    return found[1]


def answers(visit: Client, url: str = NEXUS, **given: str) -> Any:
    return visit.post(url, {"asked": list(given), **given})


def stored(visit: Client) -> dict[str, Any]:
    return from_json(visit.session.get(KEY, {}))


def asked(answer: Any) -> list[str]:
    """The questions of all forms of a page, in order, each once."""
    found = re.findall(r'name="asked" value="(\w+)"', answer.content.decode())
    return list(dict.fromkeys(found))


def groups_of(answer: Any) -> dict[str, set[str]]:
    """Of the list: by plan, the slugs of the programmes that it leads to."""
    _before, *parts = re.split(r'<h2 id="plan-(\w+)">', answer.content.decode())
    slugs = (set(re.findall(r'href="[^"]*/grants/([\w-]+)/', part)) for part in parts[1::2])
    return dict(zip(parts[::2], slugs, strict=True))


class TestTheList:
    def test_it_begins_with_what_one_plans_and_never_says_eligible(self, visit):
        for path in ("/grants/", "/grants/?plan=market", NEXUS, "/grants/answers/"):
            page = said(visit.get(path)).lower()
            assert not re.search(r"eligib(?!le costs)", page), path
        assert heading(visit.get("/grants/")) == "Grants: what do you plan?"
        assert "/grants/?plan=market" in visit.get("/grants/").content.decode()

    def test_every_programme_stands_in_each_group_that_it_helps_with(self, visit):
        helping = {
            plan: {each["slug"] for each in read_all() if plan in each["helps"]} for plan in PLANS
        }
        for path in ("/grants/", "/ar/grants/"):
            assert groups_of(visit.get(path)) == {
                name: found for name, found in helping.items() if found
            }

    def test_the_window_says_on_which_day_it_was_read(self, visit):
        assert "Paused when last read, 22 Nov 2026" in said(visit.get("/grants/?plan=market"))

    def test_how_it_stands_is_said_once_something_was_answered(self, visit):
        assert "criteria" not in said(visit.get("/grants/?plan=market"))
        answers(visit, **FITS)
        page = said(visit.get("/grants/?plan=market"))
        assert "meets 4 of 5 criteria; one is not published" in page

    def test_a_plan_asks_what_most_of_its_programmes_wait_for(self, visit):
        assert asked(visit.get("/grants/")) == []
        assert 0 < len(asked(visit.get("/grants/?plan=market"))) <= 3
        assert answers(visit, "/grants/?plan=market", **COMPANY).status_code == 302
        assert stored(visit) == COMPANY
        assert not Check.objects.exists()

    def test_a_plan_that_there_is_not_shows_all(self, visit):
        assert heading(visit.get("/grants/?plan=castle")) == "Grants: what do you plan?"

    def test_its_queries_stay_the_same_with_more_programmes(
        self, visit, django_assert_max_num_queries
    ):
        visit.get("/grants/")
        with django_assert_max_num_queries(2) as few:
            visit.get("/grants/")
        for number in range(12):
            invented.published(invented.INTERNS | {"slug": f"interns-{number}"})
        with django_assert_max_num_queries(len(few) + 1):
            visit.get("/grants/")
        with django_assert_max_num_queries(len(few)):
            visit.get("/grants/")


class TestAProgramme:
    def test_nothing_is_known_of_it_before_an_answer(self, visit):
        page = visit.get(NEXUS)
        assert heading(page) == (
            "This programme sets 5 criteria. 4 wait for your answer, one is not published."
        )
        assert "not a decision" in said(page)

    def test_answers_are_read_and_each_rule_names_its_source_and_day(self, visit):
        answers(visit, **FITS)
        page = visit.get(NEXUS)
        assert heading(page) == "You meet 4 of 5 criteria. One is not published."
        assert "You said: A startup in technology, or one that technology enables." in said(page)
        source = 'href="https://ipsd.ps/content/programs/nexus-program.html"'
        assert page.content.decode().count(source) >= 5
        assert "read 22 Nov 2026" in said(page)

    def test_what_waits_comes_first_then_unpublished_unmet_and_met(self, visit):
        answers(visit, business="startup", place="elsewhere")
        words = re.findall(
            r"(You have not said|Not published|Not met|Met) ", said(visit.get(NEXUS))
        )
        assert words == ["Not published", "Not met", "Met"]
        answers(visit, place="gaza")
        words = re.findall(
            r"(You have not said|Not published|Not met|Met) ", said(visit.get(NEXUS))
        )
        assert words == ["You have not said"] * 2 + ["Not published", "Met", "Met"]

    def test_what_no_answer_can_change_is_not_asked(self, visit):
        answers(visit, place="elsewhere")
        page = visit.get(NEXUS)
        assert asked(page) == []
        assert "No answer here changes the result any more." in said(page)
        assert "USD" not in said(page).split("What it could cover")[1].split("Its numbers")[0]

    def test_the_number_that_is_not_published_is_neither_asked_nor_guessed(self, visit):
        answers(visit, **{**COMPANY, "enters_markets": "yes"})
        page = visit.get(NEXUS)
        assert "months_operating" not in asked(page)
        assert "The number is not published. Ask the programme." in said(page)

    def test_the_most_decisive_questions_stand_in_one_form(self, visit):
        page = visit.get(NEXUS).content.decode()
        first = page.split('id="next"')[1].split("</form>")[0]
        assert len(re.findall('name="asked"', first)) == 3

    def test_a_way_that_is_met_shows_the_other_as_not_needed(self, visit):
        invented.published(invented.TRAINING)
        url = "/grants/training/"
        answers(visit, url, registration="registered", is_new_training_company="yes")
        page = visit.get(url)
        assert heading(page) == "You meet all 2 criteria."
        assert "Not needed" in said(page)
        assert "Not met" not in said(page)
        assert asked(page) == []

    def test_a_programme_that_there_is_not_is_not_found(self, visit):
        assert visit.get("/grants/nowhere/").status_code == 404
        assert visit.post("/grants/nowhere/keep/").status_code == 404

    def test_with_all_answers_its_queries_are_few(self, django_assert_max_num_queries):
        visit = Client()
        visit.force_login(make.an_account())
        visit.get(NEXUS)
        answers(visit, **FITS)
        with django_assert_max_num_queries(10):
            visit.get(NEXUS)


class TestTheAmount:
    def test_it_is_a_range_until_the_answer_that_chooses_is_there(self, visit):
        answers(visit, **FITS)
        answers(visit, eligible_cost="36,000")
        page = said(visit.get(NEXUS))
        assert "USD 28,800 to 30,000" in page
        assert "80% of 36,000 is 28,800." in page
        answers(visit, women_led="yes")
        page = said(visit.get(NEXUS))
        assert "USD 30,000" in page
        assert (
            "90% of 36,000 is 32,400. The cap is 30,000. This is the lowest, so it holds." in page
        )

    def test_its_question_is_gone_once_no_answer_changes_it(self, visit):
        answers(visit, eligible_cost="1000000")
        assert "women_led" not in asked(visit.get(NEXUS))

    def test_without_the_cost_the_formula_has_a_blank_and_there_is_no_figure(self, visit):
        page = visit.get(NEXUS).content.decode()
        box = page.split('id="amt"')[1].split("<form")[0]
        assert "the lower of 30,000 and 90% or 80%" in box
        assert '<span class="blank">your answer</span>' in box
        assert "USD" not in box

    def test_where_numbers_are_not_published_nothing_is_asked_and_no_figure_stands(self, visit):
        invented.published(invented.MATCHING)
        url = "/grants/matching/"
        answers(visit, url, raises_privately="yes")
        answers(visit, url, outside_money="60000")
        page = visit.get(url)
        assert asked(page) == []
        assert "Cap: not published" in said(page)
        assert "the lower of Cap: not published and Ratio: not published × USD 60,000" in said(page)
        assert "So we show no amount." in said(page)

    def test_an_inferred_number_is_marked(self, visit):
        invented.published(invented.INTERNS)
        given = {"candidate": "late_student", "has_work_plan": "yes"}
        answers(visit, "/grants/interns/", **given, monthly_cost="700", months="6", heads="2")
        page = said(visit.get("/grants/interns/"))
        assert "USD 6,000" in page
        assert "500 a month, for 6 months and 2 people, is 6,000." in page
        assert "500 inferred" in page
        assert "concluded, not read as such" in page


class TestAnswering:
    @pytest.mark.parametrize(
        ("given", "sentence"),
        [
            ({"eligible_cost": "€ 500"}, "Give it in US dollars"),
            ({"eligible_cost": "-5"}, "Give 0 or more"),
            ({"eligible_cost": "99999999999"}, "Give at most USD 1,000,000,000"),
            ({"months_operating": "1.5"}, "without a fraction"),
            ({"registration": "perhaps"}, "Choose one of these answers"),
            ({"women_led": ""}, "Nothing was answered"),
        ],
    )
    def test_bad_input_is_told_and_changes_nothing(self, visit, given, sentence):
        answers(visit, business="startup")
        before = stored(visit)
        page = answers(visit, **given)
        assert page.status_code == 422
        assert sentence in said(page)
        assert stored(visit) == before

    def test_what_was_typed_is_kept_and_the_good_answer_beside_it_is_not_half_written(self, visit):
        page = answers(visit, place="gaza", eligible_cost="€ 500").content.decode()
        assert 'value="€ 500"' in page
        assert re.search(r'value="gaza"[^>]* checked', page)
        assert stored(visit) == {}

    def test_arabic_digits_are_read(self, visit):
        answers(visit, "/ar/grants/ipsd-nexus/", eligible_cost="٣٦٬٠٠٠٫٥٠")
        assert stored(visit) == {"eligible_cost": Decimal("36000.50")}

    def test_what_was_left_blank_stays_unsaid(self, visit):
        visit.post(NEXUS, {"asked": ["registration", "place"], "place": "gaza"})
        assert stored(visit) == {"place": "gaza"}

    def test_a_question_of_another_programme_changes_nothing(self, visit):
        page = visit.post(NEXUS, {"asked": ["candidate"], "candidate": "other"}, follow=True)
        assert "These questions are not asked here. Nothing was changed." in said(page)
        assert stored(visit) == {}

    @pytest.mark.parametrize(
        ("first", "then"),
        [
            ({"is_new_training_company": "yes"}, {"months_operating": "24"}),
            ({"has_revenue": "yes"}, {"months_operating": "0"}),
            ({"outside_money": "5"}, {"raises_privately": "no"}),
            ({"contract": "none"}, {"is_new_hire": "yes"}),
        ],
    )
    def test_two_answers_that_exclude_each_other_are_both_named(self, visit, first, then):
        (one, said_first), (other, said_then) = *first.items(), *then.items()
        visit.post(f"/grants/answers/{one}/", {one: said_first})
        before = stored(visit)
        page = visit.post(f"/grants/answers/{other}/", {other: said_then})
        assert page.status_code == 422
        assert "These two do not fit together" in said(page)
        assert f'href="/grants/answers/{one}/"' in page.content.decode()
        assert stored(visit) == before

    def test_what_begins_or_is_small_contradicts_nothing(self, visit):
        for name, value in (
            ("is_new_operation", "yes"), ("months_operating", "23"),
            ("outside_money", "100"), ("registration", "none"), ("place", "elsewhere"),
        ):  # fmt: skip
            assert visit.post(f"/grants/answers/{name}/", {name: value}).status_code == 302

    def test_all_answers_stand_on_a_page_and_each_is_changed_or_taken_back(self, visit):
        answers(visit, **COMPANY)
        assert "Yes, with the Ministry of National Economy" in said(visit.get("/grants/answers/"))
        one = "/grants/answers/registration/?of=ipsd-nexus"
        page = visit.get(one).content.decode()
        assert re.search(r'value="registered"[^>]* checked', page)
        changed = visit.post(one, {"registration": "committed"})
        assert changed["Location"] == NEXUS
        assert "One is not met" in heading(visit.get(NEXUS))
        assert visit.post(one, {"remove": "yes"})["Location"] == NEXUS
        assert stored(visit) == {"business": "startup", "place": "gaza"}
        assert visit.get("/grants/answers/nothing/").status_code == 404

    def test_an_address_of_another_site_is_no_way_back(self, visit):
        page = visit.post("/grants/answers/place/?of=https://example.org", {"place": "gaza"})
        assert page["Location"] == "/grants/answers/"

    def test_answers_are_those_of_one_visit(self, visit):
        answers(visit, **COMPANY)
        assert stored(Client()) == {}
        assert heading(Client().get(NEXUS)).startswith("This programme sets")


class TestCopies:
    def test_a_check_is_kept_once_for_each_reading_and_not_for_each_view(self, visit):
        for _ in range(2):
            visit.get(NEXUS)
            answers(visit, **COMPANY)
            visit.get(NEXUS)
        check = Check.objects.get()
        assert (check.facts, check.user, check.profile) == (COMPANY, None, None)
        answers(visit, place="west_bank")
        assert Check.objects.count() == 2
        answers(visit, **COMPANY)
        assert Check.objects.count() == 2

    def test_it_holds_only_what_its_programme_asks(self, visit):
        visit.post("/grants/answers/candidate/", {"candidate": "graduate"})
        assert not Check.objects.exists()
        answers(visit, **COMPANY)
        assert Check.objects.get().facts == COMPANY

    def copy_of(self, visit: Client) -> str:
        answers(visit, **COMPANY)
        address = visit.post(f"{NEXUS}keep/")["Location"]
        assert visit.post(f"{NEXUS}keep/")["Location"] == address
        return str(address)

    def test_a_copy_shows_answers_rules_and_addresses_of_sources(self, visit):
        page = visit.get(self.copy_of(visit))
        assert heading(page).startswith("You meet 3 of 5 criteria.")
        assert "https://ipsd.ps/content/programs/nexus-program.html" in said(page)
        assert "Checked with rule set 1" in said(page)
        assert "<form" not in page.content.decode().split("<main")[1].split("</main>")[0]

    def test_nobody_else_opens_it(self, visit):
        address = self.copy_of(visit)
        outsider, staff = Client(), Client()
        outsider.force_login(make.an_account())
        staff.force_login(make.staff(is_superuser=True))
        for client in (Client(), outsider, staff):
            assert client.get(address).status_code == 404

    def test_an_account_opens_its_copies_from_anywhere(self):
        user, here, there = make.an_account(), Client(), Client()
        here.force_login(user)
        there.force_login(user)
        assert there.get(self.copy_of(here)).status_code == 200

    def test_it_stays_as_it_was_and_says_that_rules_have_changed(self, visit):
        address = self.copy_of(visit)
        assert "The rules have changed" not in said(visit.get(address))
        actions.fill(
            programme=Programme.objects.get(slug="ipsd-nexus"),
            parameter="least_months",
            span={"value": "12"},
            source={
                "title": {"en": "Manual", "ar": "الدليل"},
                "url": "https://example.org/manual",
                "read_on": "2026-11-20",
            },
            by_id=None,
        )
        answers(visit, enters_markets="yes")
        page = visit.get(address)
        assert heading(page).startswith("You meet 3 of 5 criteria.")
        assert "one is not published" in heading(page)
        assert "The rules have changed since: rule set 2" in said(page)
        assert "Checked with rule set 2" in said(visit.get(NEXUS))

    def test_another_day_is_another_copy(self, visit):
        address = self.copy_of(visit)
        Check.objects.update(as_of=timezone.localdate() - timedelta(days=1))
        assert visit.post(f"{NEXUS}keep/")["Location"] != address

    def test_forgetting_takes_answers_and_copies_and_nobody_elses(self, visit):
        other = Client()
        kept_by_other = self.copy_of(other)
        address = self.copy_of(visit)
        page = visit.post("/grants/answers/forget/", follow=True)
        assert "Forgotten" in said(page)
        assert (stored(visit), visit.get(address).status_code) == ({}, 404)
        assert Check.objects.filter(facts={}, forgotten_at__isnull=False).count() == 1
        assert other.get(kept_by_other).status_code == 200
        assert visit.get("/grants/answers/forget/").status_code == 405

    def test_a_session_holds_so_many_and_what_falls_out_is_forgotten(self, visit, monkeypatch):
        monkeypatch.setattr("grants.views.keeping.MOST_HELD", 2)
        for place in ("gaza", "west_bank", "both"):
            answers(visit, place=place)
        kept = Check.objects.order_by("pk")
        assert [bool(check.forgotten_at) for check in kept] == [True, False, False]


def test_the_pages_are_never_held_by_a_cache_on_the_way(visit):
    answers(visit, **COMPANY)
    for path in ("/grants/", NEXUS, "/grants/answers/", "/grants/answers/place/"):
        assert "no-store" in visit.get(path)["Cache-Control"]


def test_grants_are_in_the_navigation_and_on_the_home_page(visit):
    page = visit.get("/").content.decode()
    assert page.count('href="/grants/"') == 2
    assert 'href="/grants/" aria-current="true"' in visit.get(NEXUS).content.decode()
    assert 'href="/teams/"' not in page.split("</header>")[0]
    assert 'href="/teams/"' in visit.get("/firms/").content.decode()
