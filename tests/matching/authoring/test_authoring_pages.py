"""What the pages say: whose value is kept private, what each state is called, what comes next."""

from datetime import timedelta
from itertools import product

import pytest
from django.urls import reverse
from django.utils import timezone, translation

from matching.authoring.flows import flow
from matching.authoring.standing import standing
from matching.models import Opening
from matching.pairings import registry
from profiles.onboarding.tasks import tasks_of
from tests import make
from tests.matching.authoring.walks import logged_in, move
from tests.reading import queries

pytestmark = pytest.mark.django_db
SIDES = list(product(registry.all_pairings(), ("opening", "candidacy")))
KEPT = "Only used for matching; not shown to the other side."
MINE = "/openings/mine/"


def forms_of(slug, side):
    return [question.form for question in flow(slug, side).questions]


@pytest.mark.parametrize(("slug", "side"), SIDES)
def test_a_private_value_is_marked_where_it_is_asked_and_no_other_is(slug, side):
    marked = {
        name
        for form in forms_of(slug, side)
        for name, field in form.base_fields.items()
        if KEPT in str(field.help_text)
    }
    assert marked == registry.get(slug).terms(side).private


@pytest.mark.parametrize(("slug", "side"), SIDES)
def test_every_amount_names_its_unit(slug, side):
    labels = [
        str(form.base_fields[name].label)
        for form in forms_of(slug, side)
        for name in form.base_fields
        if name.startswith("usd_")
    ]
    assert all("USD" in label for label in labels)


def test_a_private_hint_is_said_in_the_language_of_the_reader():
    field = forms_of("hiring", "candidacy")[1].base_fields["usd_min"]
    with translation.override("ar"):
        assert str(field.help_text).endswith(translation.gettext(KEPT))


def page_of(row, slug):
    side = "opening" if isinstance(row, Opening) else "candidacy"
    return reverse(f"edit-{side}", args=[row.public_id, slug])


def test_amounts_in_the_wrong_order_are_refused_and_kept_as_typed():
    firm = make.an_international_company()
    job = make.a_job(firm, status="draft")
    answer = logged_in(firm).post(page_of(job, "pay"), {"usd_min": "3000", "usd_max": "2000"})
    job.refresh_from_db()
    assert answer.status_code == 422
    assert "Give at least as much as the lower amount." in answer.content.decode()
    assert answer.context["form"]["usd_min"].value() == "3000"
    assert job.usd_max == 1800


@pytest.mark.parametrize(
    ("title", "stored"),
    [
        ("  Backend \n developer ", "Backend developer"),
        ("مطوّرة React", "مطوّرة React"),
        ("\u200b\u200f \u202e", None),
        ("🙂", None),
        ("", None),
    ],
)
def test_a_title_has_letters_in_it_and_no_spare_space(title, stored):
    firm = make.an_international_company()
    job = make.a_job(firm, status="draft", title="Before")
    said = {"title": title, "description": "", "language": "en"}
    logged_in(firm).post(page_of(job, "about"), said)
    job.refresh_from_db()
    assert job.title == (stored or "Before")


def test_a_day_that_is_over_is_refused_in_words():
    graduate = make.a_graduate()
    search = make.looks_for_a_job(graduate)
    answer = logged_in(graduate).post(page_of(search, "until"), {"until": "2020-01-01"})
    assert "This day is over." in answer.content.decode()


def test_an_answer_left_empty_takes_back_what_was_said():
    graduate = make.a_graduate()
    search = make.looks_for_a_job(graduate)
    logged_in(graduate).post(page_of(search, "work"), {"mode": "", "routes": []})
    search.refresh_from_db()
    assert (search.mode, search.routes, search.usd_min) == ("", [], 1200)


YESTERDAY, TOMORROW = -1, 1


@pytest.mark.parametrize(
    ("facts", "said", "is_live"),
    [
        ({"status": "draft"}, "Draft, only you see it", False),
        ({}, "Open", True),
        ({"closes_on": TOMORROW}, "Open until", True),
        ({"closes_on": YESTERDAY}, "Ended on", False),
        ({"status": "paused"}, "Paused", False),
        ({"status": "closed"}, "Closed", False),
    ],
)
def test_each_state_of_an_opening_has_its_words(facts, said, is_live):
    if "closes_on" in facts:
        day = timezone.localdate() + timedelta(days=facts["closes_on"])
        facts = {**facts, "closes_on": day}
    found = standing(make.a_job(**facts))
    assert found.word.startswith(said)
    assert found.is_live == is_live


def test_what_waits_for_staff_says_so():
    firm = make.an_international_company(verified=False)
    assert standing(make.a_job(firm)).word == "Waits until your profile is verified"


@pytest.mark.parametrize(
    ("maker", "says"),
    [
        (make.a_graduate, {"Look for a job", "Look for an internship", "Look for a mentor"}),
        (make.a_mentor, {"Offer mentoring"}),
        (make.an_investor, {"Say what you invest in"}),
        (make.a_startup, {"Post a job", "Offer an internship", "Raise money", "Look for a mentor"}),
        (make.a_local_firm, {"Post a job", "Offer an internship", "Offer your team"}),
        (make.an_international_company, {"Post a job", "Offer an internship", "Ask for a team"}),
    ],
)
def test_an_empty_list_offers_what_the_profile_may_do(maker, says):
    page = logged_in(maker()).get(MINE)
    groups = [*page.context["consents"], *page.context["openings"]]
    assert {str(group["offer"].words.start) for group in groups} == says
    assert all(start in page.content.decode() for start in says)


def test_a_firm_that_has_not_said_its_type_is_led_to_that_question():
    firm = make.an_international_company()
    firm.firm.type = ""
    firm.firm.save()
    said = "What kind of firm it is decides what else it can do"
    assert said in logged_in(firm).get(MINE).content.decode()
    assert said not in logged_in(make.a_startup()).get(MINE).content.decode()


def test_an_account_without_a_profile_is_told_so():
    client = logged_in(make.a_graduate())
    client.force_login(make.an_account())
    page = client.get(MINE).content.decode()
    assert "This account has no profile yet." in page
    assert f'<a href="{reverse("roles")}">Choose a role</a>' in page


def test_the_list_takes_as_many_queries_for_twenty_rows_as_for_one():
    few, many = make.an_international_company(), make.an_international_company()
    make.a_job(few)
    for _ in range(20):
        make.a_job(many)
    counts = [queries(logged_in(firm), MINE) for firm in (few, many)]
    assert counts[0] == counts[1] <= 10


def test_no_page_of_an_opening_takes_more_than_ten_queries():
    firm = make.an_international_company()
    job, client = make.a_job(firm), logged_in(firm)
    asked = [question.slug for question in flow("hiring", "opening").questions]
    pages = [
        *(page_of(job, slug) for slug in asked),
        reverse("check-opening", args=[job.public_id]),
        reverse("move-opening", args=[job.public_id, "close"]),
        reverse("new-opening", args=["hiring"]),
    ]
    counts = {page: queries(client, page) for page in pages}
    assert {page: count for page, count in counts.items() if count > 10} == {}


@pytest.mark.parametrize(
    ("maker", "makes", "label"),
    [
        (make.a_graduate, make.looks_for_a_job, "Say what you look for"),
        (make.a_mentor, make.a_mentoring_offer, "Publish an offer"),
        (make.an_investor, make.a_mandate, "Say what you invest in"),
        (make.an_international_company, make.a_job, "Post what you need or offer"),
    ],
)
def test_the_task_list_follows_the_rows(maker, makes, label):
    profile = maker()

    def state():
        return next(task.state for task in tasks_of(profile) if str(task.label) == label)

    assert state() == "not"
    row = makes(profile, status="draft")
    assert state() == "partly"
    row.status = "published" if isinstance(row, Opening) else "active"
    if isinstance(row, Opening):
        row.published_at = timezone.now()
    row.save()
    assert state() == "met"


def test_after_sending_in_a_mandate_the_investor_is_led_to_its_matches():
    investor = make.an_investor()
    mandate = make.a_mandate(investor, status="draft")
    answer = move(logged_in(investor), mandate, "publish")
    assert answer.headers["Location"] == f"/matches/?of={mandate.public_id}"
