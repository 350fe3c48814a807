"""Who may make, change and move what: the owner and recruiters, and nobody else."""

from collections.abc import Callable
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from matching.models import Candidacy, Opening
from profiles.firms.models import FirmMember
from tests import make
from tests.matching.authoring.walks import begin, logged_in, move

pytestmark = pytest.mark.django_db


@pytest.fixture
def firm():
    return make.an_international_company()


@pytest.fixture
def job(firm):
    return make.a_job(firm, status="draft", title="Still secret")


@pytest.fixture
def who(firm):
    """A client by the name of who it is to the firm."""
    known: dict[str, Callable[[], Client]] = {
        "stranger": Client,
        "outsider": lambda: _client(make.an_account()),
        "counterparty": lambda: logged_in(make.a_graduate()),
        "other firm": lambda: logged_in(make.an_international_company()),
        "reader": lambda: logged_in(firm, role=FirmMember.Role.READER),
        "recruiter": lambda: logged_in(firm, role=FirmMember.Role.RECRUITER),
        "owner": lambda: logged_in(firm),
        "staff": lambda: _client(make.staff()),
    }
    return lambda name: known[name]()


def _client(user):
    client = Client()
    client.force_login(user)
    return client


def pages_of(row, side):
    return [
        reverse(f"check-{side}", args=[row.public_id]),
        reverse(f"edit-{side}", args=[row.public_id, "until" if side == "candidacy" else "pay"]),
        reverse(f"move-{side}", args=[row.public_id, "pause"]),
    ]


WRITES = {"recruiter": 200, "owner": 200}


@pytest.mark.parametrize(
    "name",
    ["stranger", "outsider", "counterparty", "other firm", "reader", "recruiter", "owner", "staff"],
)
def test_pages_of_an_opening_are_its_writers_alone(who, name, job):
    client = who(name)
    expected = 302 if name == "stranger" else WRITES.get(name, 404)
    assert {client.get(page).status_code for page in pages_of(job, "opening")} == {expected}


@pytest.mark.parametrize("name", ["outsider", "counterparty", "other firm", "reader", "staff"])
def test_who_may_not_write_changes_nothing_by_sending_forms(who, name, job):
    client = who(name)
    pay = reverse("edit-opening", args=[job.public_id, "pay"])
    sent = [
        client.post(pay, {"usd_min": "1", "usd_max": "2"}),
        move(client, job, "publish"),
        move(client, job, "discard"),
    ]
    job.refresh_from_db()
    assert {answer.status_code for answer in sent} == {404}
    assert (job.status, job.usd_min) == ("draft", 1000)


@pytest.mark.parametrize("name", ["recruiter", "owner"])
def test_who_may_write_publishes(who, name, job):
    move(who(name), job, "publish")
    job.refresh_from_db()
    assert job.status == "published"


def test_a_reader_sees_the_openings_of_the_firm_without_any_button(who, job):
    page = who("reader").get(reverse("my-openings")).content.decode()
    assert "Still secret" in page
    assert "/move/" not in page
    assert "/edit/" not in page
    assert "/new/" not in page


def test_a_reader_begins_nothing(who, firm):
    assert begin(who("reader"), "opening", "hiring", firm).status_code == 404
    assert not Opening.objects.exists()


def test_a_recruiter_begins_for_the_firm_and_for_no_other(who, firm):
    other = make.an_international_company()
    assert begin(who("recruiter"), "opening", "hiring", other).status_code == 422
    assert begin(who("recruiter"), "opening", "hiring", firm).status_code == 302
    assert Opening.objects.get().owner == firm


@pytest.mark.parametrize(
    ("maker", "side", "slug"),
    [
        (make.a_graduate, "opening", "hiring"),
        (make.a_mentor, "candidacy", "mentorship"),
        (make.an_investor, "candidacy", "investing"),
        (make.a_local_firm, "opening", "contracting"),
        (make.a_local_firm, "candidacy", "investing"),
        (make.an_international_company, "candidacy", "contracting"),
        (make.a_startup, "candidacy", "contracting"),
        (make.a_graduate, "candidacy", "dating"),
    ],
)
def test_a_side_that_is_not_ones_own_to_take_is_not_found(maker, side, slug):
    profile = maker()
    assert begin(logged_in(profile), side, slug, profile).status_code == 404


def test_consent_is_the_persons_own_to_read_and_to_change():
    graduate = make.a_graduate()
    search = make.looks_for_a_job(graduate)
    firm = logged_in(make.an_international_company())
    for page in pages_of(search, "candidacy"):
        assert firm.get(page).status_code == 404
    assert move(firm, search, "withdraw").status_code == 404
    assert logged_in(graduate).get(pages_of(search, "candidacy")[0]).status_code == 200


@pytest.mark.parametrize("side", ["opening", "candidacy"])
def test_an_id_that_is_somebody_elses_row_begins_nothing(side):
    taken = (
        make.a_job(make.an_international_company())
        if side == "opening"
        else make.looks_for_a_job(make.a_graduate())
    )
    mine = make.an_international_company() if side == "opening" else make.a_graduate()
    answer = begin(logged_in(mine), side, "hiring", mine, public_id=str(taken.public_id))
    assert answer.status_code == 404
    assert Opening.objects.count() + Candidacy.objects.count() == 1


def test_the_profile_one_acts_as_is_chosen_beforehand():
    first, second = make.an_international_company(), make.a_diaspora_firm()
    user = make.acts_for(first)
    FirmMember.objects.create(firm=second.firm, user=user, role=FirmMember.Role.OWNER)
    client = _client(user)
    session = client.session
    session["acting"] = str(second.public_id)
    session.save()
    form = client.get(reverse("new-opening", args=["hiring"])).context["form"]
    assert form["profile"].value() == str(second.public_id)
    assert client.get(reverse("my-openings")).context["profile"] == second


def test_a_profile_that_is_not_ones_own_has_no_list():
    mine, other = make.a_graduate(), make.a_graduate()
    page = f"{reverse('my-openings')}?profile={other.public_id}"
    assert logged_in(mine).get(page).status_code == 404
    assert logged_in(mine).get(f"{reverse('my-openings')}?profile={uuid4()}").status_code == 404
