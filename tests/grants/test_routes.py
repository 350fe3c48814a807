"""The adviser: facts of the pair and of any, what does not work last, a local firm right there."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.test import Client
from django.utils import timezone

from grants.models import RouteFact
from grants.routes import actions
from grants.routes.reading import Way, ways_for
from ledger.models import Event
from matching.pairings.codes import Route
from tests import make
from tests.reading import queries

pytestmark = pytest.mark.django_db
PAGE = "/routes/"


def a_fact(slug: str = "of-the-test", **said: Any) -> RouteFact:
    columns = {
        "slug": slug,
        "route": "direct",
        "kind": "needs",
        "text_en": f"Words of {slug}.",
        "text_ar": f"كلمات {slug}.",
        "source_en": "Register",
        "source_ar": "السجل",
        "source_url": "https://example.org/register",
        "confidence": "published",
        "checked_on": timezone.localdate(),
    }
    return actions.state(said=columns | said, by_id=None)


def page_of(client: Client, **asked: str) -> str:
    return client.get(PAGE, asked).content.decode()


def facts_of(route: str, country: str = "", place: str = "") -> set[str]:
    found: Way = next(way for way in ways_for(country, place) if way.route == route)
    return {fact.slug for fact in found.facts}


class TestWhatIsKnown:
    def test_a_fact_is_read_for_its_employers_and_its_place_alone(self) -> None:
        RouteFact.objects.all().delete()
        a_fact("of-germany", employer_country="DE")
        a_fact("of-europe", employer_region="europe")
        a_fact("of-gaza", talent_place="gaza")
        a_fact("of-germany-and-gaza", employer_country="DE", talent_place="gaza")
        a_fact("of-any")
        assert facts_of("direct") == {"of-any"}
        assert facts_of("direct", "FR") == {"of-any", "of-europe"}
        assert facts_of("direct", "US", "gaza") == {"of-any", "of-gaza"}
        assert facts_of("direct", "DE", "west_bank") == {"of-any", "of-europe", "of-germany"}
        assert len(facts_of("direct", "DE", "gaza")) == 5

    def test_more_facts_put_no_route_first(self) -> None:
        for number in range(5):
            a_fact(f"for-branch-{number}", route="branch")
        assert [way.route for way in ways_for("", "")] == list(Route)

    def test_what_does_not_work_comes_last_and_says_so_first(self) -> None:
        a_fact("stop", kind="caution", blocks=True, employer_country="DE")
        ways = ways_for("DE", "")
        assert ways[-1].route is Route.DIRECT
        assert ways[-1].facts[0].slug == "stop"
        assert ways_for("FR", "")[0].route is Route.DIRECT

    def test_a_fact_that_was_withdrawn_says_and_blocks_nothing(self) -> None:
        fact = a_fact("stop", kind="caution", blocks=True)
        actions.withdraw(fact=fact, by_id=make.staff().pk)
        assert "stop" not in facts_of("direct")
        assert ways_for("", "")[0].route is Route.DIRECT


class TestShipped:
    def test_every_shipped_fact_stands_with_the_tables_and_is_stated_once(self) -> None:
        shipped = {said["slug"] for said in actions.shipped()}
        assert set(RouteFact.objects.values_list("slug", flat=True)) == shipped
        assert actions.state_missing() == 0

    def test_none_claims_that_a_route_does_not_work_and_each_route_has_one(self) -> None:
        rows = RouteFact.objects.all()
        assert not rows.filter(blocks=True).exists()
        assert set(rows.values_list("route", flat=True)) == set(Route.values)

    def test_what_staff_changed_or_withdrew_is_left_alone(self) -> None:
        staff = make.staff()
        changed, gone = RouteFact.objects.order_by("pk")[:2]
        actions.change(fact=changed, said={"text_en": "As staff found it."}, by_id=staff.pk)
        actions.withdraw(fact=gone, by_id=staff.pk)
        assert actions.state_missing() == 0
        changed.refresh_from_db()
        gone.refresh_from_db()
        assert (changed.text_en, changed.checked_by) == ("As staff found it.", staff)
        assert gone.withdrawn_at is not None

    def test_a_fact_that_is_missing_is_stated_again(self) -> None:
        RouteFact.objects.filter(slug="branch-papers").delete()
        assert actions.state_missing() == 1


class TestWrites:
    @pytest.mark.parametrize(
        "said",
        [
            {"checked_on": timezone.localdate() + timedelta(days=1)},
            {"source_url": "http://example.org/"},
            {"employer_country": "DE", "employer_region": "europe"},
            {"kind": "needs", "blocks": True},
            {"text_ar": ""},
            {"route": "barter"},
        ],
    )
    def test_what_cannot_stand_is_refused(self, said: dict[str, Any]) -> None:
        with pytest.raises(ValidationError):
            a_fact(**said)
        assert not RouteFact.objects.filter(slug="of-the-test").exists()

    @pytest.mark.parametrize(
        "said", [{"employer_country": "DE", "employer_region": "europe"}, {"blocks": True}]
    )
    def test_the_database_refuses_it_too(self, said: dict[str, Any]) -> None:
        fact = a_fact()
        with pytest.raises(IntegrityError), transaction.atomic():
            RouteFact.objects.filter(pk=fact.pk).update(**said)

    def test_events_name_columns_and_no_words_and_nothing_new_is_no_event(self) -> None:
        staff, fact = make.staff(), a_fact()
        for _ in range(2):
            actions.change(fact=fact, said={"text_en": "Secret draft."}, by_id=staff.pk)
        for _ in range(2):
            actions.withdraw(fact=fact, by_id=staff.pk)
        events = Event.objects.filter(subject_kind="grants.routefact", subject_id=fact.pk)
        told = list(events.order_by("pk").values_list("verb", "codes"))
        assert told == [
            ("route.stated", {"route": "direct"}),
            ("route.changed", {"fields": ["text_en"]}),
            ("route.withdrawn", {"route": "direct"}),
        ]


class TestThePage:
    def test_five_routes_stand_there_with_sources_and_days(self, client: Client) -> None:
        page = page_of(client)
        for route in Route:
            assert f'<h2 id="{route.value}">' in page
        assert 'href="https://tijaratuna.com/establishing-a-company-in-palestine"' in page
        assert "checked on 22 Nov" in page
        assert "This is no legal advice" in page

    def test_arabic_readers_read_arabic_facts(self, client: Client) -> None:
        a_fact("two-tongues")
        page = client.get(f"/ar{PAGE}").content.decode()
        assert "كلمات two-tongues" in page
        assert "Words of two-tongues" not in page

    def test_where_nothing_is_known_for_the_pair_it_says_so(self, client: Client) -> None:
        page = page_of(client, country="SE", place="elsewhere")
        assert "Nothing is known for this pair in particular" in page
        assert "Sweden" in page
        assert "Registration under Decree-Law 42 of 2021" in page

    def test_where_something_is_known_the_other_routes_say_what_holds_for_any(
        self, client: Client
    ) -> None:
        page = page_of(client, place="gaza")
        assert "Nothing is known for this pair" not in page
        assert "20 to 30 percent" in page
        assert page.count("This is known for any:") == 4

    def test_a_route_without_a_fact_says_that_nothing_was_found(self, client: Client) -> None:
        RouteFact.objects.all().delete()
        assert page_of(client).count("Nothing is known of this way yet") == 5

    def test_what_was_not_found_of_a_route_is_named(self, client: Client) -> None:
        def section() -> str:
            return page_of(client).split('<h2 id="eor">')[1].split("</section>")[0]

        assert "Not found yet: What it needs; How payment goes." in section()
        a_fact("eor-pays", route="eor", kind="pays")
        assert "Not found yet: What it needs." in section()
        a_fact("eor-needs", route="eor", kind="needs")
        assert "Not found yet" not in section()

    @pytest.mark.parametrize("route", ["direct", "branch"])
    def test_where_the_employer_cannot_employ_a_local_firm_is_named_right_there(
        self, client: Client, route: str
    ) -> None:
        assert "A local firm can employ" not in page_of(client)
        a_fact("stop", route=route, kind="caution", blocks=True)
        section = page_of(client).split(f'<h2 id="{route}">')[1].split("</section>")[0]
        assert "A local firm can employ" in section
        assert 'href="/teams/"' in section
        assert 'href="/openings/new/contracting/"' in section

    def test_a_local_firm_that_does_not_work_either_is_not_offered(self, client: Client) -> None:
        a_fact("stop", kind="caution", blocks=True)
        a_fact("stop-firm", route="local_firm", kind="caution", blocks=True)
        assert "A local firm can employ" not in page_of(client)

    def test_what_was_checked_over_12_months_ago_is_marked(self, client: Client) -> None:
        RouteFact.objects.all().delete()
        a_fact("fresh", checked_on=timezone.localdate() - timedelta(days=365))
        assert "Checked long ago" not in page_of(client)
        a_fact("old", checked_on=timezone.localdate() - timedelta(days=366))
        assert page_of(client).count("Checked long ago") == 1

    def test_a_country_that_is_none_is_left_out_and_named(self, client: Client) -> None:
        answer = client.get(PAGE, {"country": "XX", "place": "moon"})
        assert answer.status_code == 200
        assert answer.content.decode().count("Select a valid choice") >= 2

    def test_it_costs_as_many_queries_with_40_facts_as_with_2(self, client: Client) -> None:
        RouteFact.objects.all().delete()
        for number in range(2):
            a_fact(f"fact-{number}", checked_on=date(2026, 1, 1))
        address = f"{PAGE}?country=DE&place=gaza"
        few = queries(client, address)
        for number in range(2, 40):
            a_fact(f"fact-{number}", route=Route.values[number % 5])
        assert queries(client, address) == few <= 10
