"""Staff at the door of openings, candidacies, exclusions and weights."""

from typing import Any

import pytest
from django.db import connection
from django.db.models import Count, Q
from django.test import Client
from django.test.utils import CaptureQueriesContext

from ledger.models import Event
from matching.models import Candidacy, Exclusion, Opening, WeightSet
from matching.pairings import registry
from profiles.models import Profile, Skill, User
from tests import make
from tests.admin.forms import as_shown

pytestmark = pytest.mark.django_db
OPENINGS = "/admin/matching/opening/"
CANDIDACIES = "/admin/matching/candidacy/"
WEIGHTS = "/admin/matching/weightset/add/?pairing=hiring"


def page_of(row: Opening | Candidacy) -> str:
    return f"/admin/matching/{row._meta.model_name}/{row.pk}/change/"


def heard(verb: str) -> list[tuple[int | None, dict[str, Any], int]]:
    """Subject, codes and how many runs of matching are owed, of every event of the verb."""
    owed = Count("outbox", filter=Q(outbox__handler__startswith="matching.listeners."))
    events = Event.objects.filter(verb=verb).annotate(owed=owed).order_by("pk")
    return [(event.subject_id, event.codes, event.owed) for event in events]


def test_an_opening_is_made_in_two_steps_and_found_by_its_text(desk: Client) -> None:
    firm = make.an_international_company()
    first = {"pairing": "contracting", "owner": firm.pk, "title": "Rebuild", "language": "en"}
    desk.post(f"{OPENINGS}add/", first)
    tender = Opening.objects.get()
    react = Skill.objects.get(slug="react")

    typed = {"status": "published", "headcount": "4", "duration_months": "9"}
    shown = desk.get(page_of(tender))
    desk.post(page_of(tender), as_shown(shown, **typed, **{"asked_skills-0-skill": react.pk}))

    tender.refresh_from_db()
    assert (tender.headcount, tender.terms) == (4, {"duration_months": 9})
    assert tender.published_at is not None
    assert list(Opening.objects.open()) == [tender]
    assert "rebuild" in tender.folded
    assert react.label_en.lower() in tender.folded
    assert heard("opening.saved") == [(tender.pk, {"pairing": "contracting"}, 1)] * 2


def test_a_stored_term_that_is_no_column_is_shown_again(desk: Client) -> None:
    tender = make.a_tender(terms={"duration_months": 7})

    shown = desk.get(page_of(tender))

    assert shown.context["adminform"].form["duration_months"].value() == 7


def test_an_amount_out_of_order_is_refused_in_words(desk: Client) -> None:
    job = make.a_job()
    form = as_shown(desk.get(page_of(job)), usd_min="3000", usd_max="1000")

    page = desk.post(page_of(job), form)

    assert "Give at least as much as the lower amount." in page.content.decode()
    assert heard("opening.saved") == []


def test_a_pairing_refuses_an_owner_of_another_kind(desk: Client) -> None:
    mentor = make.a_mentor()
    first = {"pairing": "hiring", "owner": mentor.pk, "title": "x", "language": "en"}

    page = desk.post(f"{OPENINGS}add/", first)

    assert "Choose a profile of this kind: Firm." in page.content.decode()
    assert not Opening.objects.exists()


def test_only_who_asks_for_skills_has_rows_of_skills(desk: Client) -> None:
    offer = make.a_mentoring_offer()
    goals = make.looks_for_a_mentor(make.a_graduate())

    at_offer = desk.get(page_of(offer)).context["inline_admin_formsets"]
    at_goals = desk.get(page_of(goals)).context["inline_admin_formsets"]

    assert (len(at_offer), len(at_goals)) == (0, 1)


def test_an_opening_page_takes_as_many_queries_for_15_skills_as_for_3(desk: Client) -> None:
    slugs = list(Skill.objects.values_list("slug", flat=True)[:15])
    few = make.a_job(skills=dict.fromkeys(slugs[:3], 2))
    many = make.a_job(skills=dict.fromkeys(slugs, 2))
    desk.get(page_of(few))

    with CaptureQueriesContext(connection) as for_few:
        desk.get(page_of(few))
    with CaptureQueriesContext(connection) as for_many:
        desk.get(page_of(many))

    assert len(for_many) == len(for_few)


def test_a_candidacy_is_saved_and_its_pairing_scored_anew(desk: Client) -> None:
    search = make.looks_for_a_job(make.a_graduate())

    desk.post(page_of(search), as_shown(desk.get(page_of(search)), usd_min="1700"))

    search.refresh_from_db()
    assert search.usd_min == 1700
    assert heard("candidacy.saved") == [(search.pk, {"pairing": "hiring"}, 1)]


def test_a_second_active_candidacy_is_refused_by_naming_the_first(desk: Client) -> None:
    graduate = make.a_graduate()
    first = make.looks_for_a_job(graduate)

    page = desk.post(f"{CANDIDACIES}add/", {"pairing": "hiring", "profile": graduate.pk})

    assert f"Candidacy {first.pk} is active there already" in page.content.decode()
    assert Candidacy.objects.get() == first


def test_a_withdrawn_candidacy_cannot_come_back_beside_another(desk: Client) -> None:
    graduate = make.a_graduate()
    old = make.looks_for_a_job(graduate, status="withdrawn")
    new = make.looks_for_a_job(graduate)

    page = desk.post(page_of(old), as_shown(desk.get(page_of(old)), status="active"))

    assert f"Candidacy {new.pk} is active there already" in page.content.decode()


def two_profiles() -> tuple[Profile, Profile]:
    return make.a_graduate(), make.a_local_firm()


def test_an_exclusion_is_added_and_lifted_with_matches_following(desk: Client) -> None:
    a, b = two_profiles()
    add = {"a": a.pk, "b": b.pk, "reason": "staff"}
    codes = {"a": a.pk, "b": b.pk, "reason": "staff"}

    desk.post("/admin/matching/exclusion/add/", add)
    exclusion = Exclusion.objects.get()
    desk.post(f"/admin/matching/exclusion/{exclusion.pk}/delete/", {"post": "yes"})

    assert not Exclusion.objects.exists()
    assert heard("exclusion.added") == [(exclusion.pk, codes, 1)]
    assert heard("exclusion.lifted") == [(exclusion.pk, codes, 1)]


def as_declared(**typed: int) -> dict[str, int]:
    said = registry.get("hiring").weights
    holder = {f"holder-{name}": pair[0] for name, pair in said.items()}
    return holder | {f"requirer-{name}": pair[1] for name, pair in said.items()} | typed


def test_weights_that_add_up_are_published_as_the_next_version(desk: Client, chief: User) -> None:
    typed = as_declared(**{"holder-skills": 190, "holder-seniority": 50})

    desk.post(WEIGHTS, typed | {"_publish": "1"})

    published = WeightSet.objects.get()
    assert (published.version, published.weights["skills"]) == (1, (190, 384))
    assert published.published_by == chief
    assert heard("weights.published") == [(published.pk, {"pairing": "hiring"}, 1)]


def test_weights_that_do_not_add_up_are_refused_with_a_sentence(desk: Client) -> None:
    page = desk.post(WEIGHTS, as_declared(**{"holder-skills": 145}) | {"_publish": "1"})

    assert "add up to 1001: make them add up to 1000." in page.content.decode()
    assert not WeightSet.objects.exists()


def test_adding_up_shows_the_sums_and_publishes_nothing(desk: Client) -> None:
    page = desk.post(WEIGHTS, as_declared(**{"holder-skills": 0}) | {"_add_up": "1"})

    assert page.context["form"].sums() == [856, 1000]
    assert "<strong>856</strong>" in page.content.decode()
    assert not WeightSet.objects.exists()


def test_what_published_weights_do_not_name_stands_in_the_form_with_nothing(desk: Client) -> None:
    WeightSet.objects.create(
        pairing="hiring", version=1, criteria=["skills"], holder=[1000], requirer=[1000]
    )
    form = desk.get(WEIGHTS).context["form"]

    rows = {row.label: (row.holder.value(), row.requirer.value()) for row in form.rows()}
    assert rows.pop("Required skills") == (1000, 1000)
    assert set(rows.values()) == {(0, 0)}
    assert form.sums() == [1000, 1000]


def test_published_weights_are_read_only(desk: Client) -> None:
    desk.post(WEIGHTS, as_declared() | {"_publish": "1"})
    published = WeightSet.objects.get()
    page = f"/admin/matching/weightset/{published.pk}/change/"

    shown, changed = desk.get(page), desk.post(page, {"version": 7})

    assert "Required skills" in shown.content.decode()
    assert changed.status_code == 403


def test_weights_need_a_pairing_that_there_is(desk: Client) -> None:
    choice = desk.get("/admin/matching/weightset/add/").content.decode()

    assert all(f"?pairing={slug}" in choice for slug in registry.all_pairings())
    assert desk.get("/admin/matching/weightset/add/?pairing=dating").status_code == 404
