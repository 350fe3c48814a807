"""An investor's own page: add a round, remove one, and read what is told. Nobody else opens it."""

import re
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from matching.track_records import actions
from matching.track_records.models import PastInvestment
from profiles.models import Profile
from profiles.privacy.vanishing import vanish
from tests import make
from tests.loads import loaded
from tests.reading import logged_in, queries, text

pytestmark = pytest.mark.django_db


@pytest.fixture
def investor():
    return make.an_investor(external_id="I-1")


@pytest.fixture
def client(investor):
    return logged_in(make.acts_for(investor))


def address(investor):
    return reverse("track-record", args=[investor.public_id])


def removing(investor, row):
    return reverse("remove-round", args=[investor.public_id, row.public_id])


def sent(client, investor, **answers):
    said = {"public_id": str(uuid4()), "year": "2024", "stage": "seed", "sectors": ["fintech"]}
    said |= {"governorate": "PS-NBS"}
    return client.post(address(investor), said | answers, follow=True)


def test_an_empty_record_says_what_would_be_told_and_asks_for_the_first_round(client, investor):
    page = text(client.get(address(investor)))
    assert "Nothing is told of your rounds yet" in page
    assert "No round yet." in page
    assert "No other member reads a single one" in page


def test_a_round_is_added_and_the_second_of_a_kind_is_told(client, investor):
    page = text(sent(client, investor))
    assert "Added." in page
    assert "Seed, Fintech and banking, Nablus" in page
    assert "Nothing is told of your rounds yet" in page
    assert "3 kinds of rounds are told of you" in text(sent(client, investor, year="2025"))
    assert re.search("<dt>Seed</dt><dd>at least twice</dd>", text(client.get(address(investor))))


def test_sent_twice_it_is_one_round(client, investor):
    public_id = str(uuid4())
    pages = [sent(client, investor, public_id=public_id) for _ in range(2)]
    assert [page.status_code for page in pages] == [200, 200]
    assert PastInvestment.objects.count() == 1


@pytest.mark.parametrize(
    ("answers", "sentence"),
    [
        ({"year": ""}, "Give the year."),
        ({"year": "1949"}, "Give a year from 1950 to "),
        ({"year": "2999"}, "Give a year from 1950 to "),
        (
            {"stage": "", "sectors": [], "governorate": ""},
            "Choose the stage, a sector or the governorate.",
        ),
        ({"stage": "late"}, "late is not one of the available choices"),
        ({"sectors": ["crypto"]}, "crypto is not one of the available choices"),
        ({"governorate": "PS-ATL"}, "Select a valid choice"),
        ({"public_id": "x"}, "Enter a valid UUID."),
    ],
)
def test_an_answer_that_cannot_be_is_said_in_a_sentence_and_nothing_is_written(
    client, investor, answers, sentence
):
    page = sent(client, investor, **answers)
    assert page.status_code == 422
    assert sentence in text(page)
    assert not PastInvestment.objects.exists()


def test_a_full_record_says_so_and_keeps_what_was_typed(client, investor, monkeypatch):
    monkeypatch.setattr(actions, "MOST", 0)
    page = sent(client, investor, year="1999")
    assert page.status_code == 409
    assert "remove some that are long past" in text(page)
    assert 'value="1999"' in text(page)


def test_a_round_is_removed_once_and_the_second_tab_is_told(client, investor):
    (row,) = make.has_funded(investor)
    pages = [text(client.post(removing(investor, row), follow=True)) for _ in range(2)]
    assert "Removed." in pages[0]
    assert "This round is not in your record any more." in pages[1]


def test_a_loaded_round_says_where_it_came_from_and_stays_removed(client, investor):
    rows = "external_id,investor,year,stage\nR-1,I-1,2024,seed\n"
    loaded("investments", rows)
    assert "Loaded by programme staff" in text(client.get(address(investor)))
    page = text(client.post(removing(investor, PastInvestment.objects.get()), follow=True))
    loaded("investments", rows)
    assert "No file brings it back." in page
    assert "No round yet" in text(client.get(address(investor)))


def others(investor):
    firm = make.a_startup()
    return {
        "outsider": make.an_account(),
        "another investor": make.acts_for(make.an_investor()),
        "graduate": make.acts_for(make.a_graduate()),
        "startup": make.acts_for(firm),
        "reader of a firm": make.acts_for(firm, role="reader"),
        "staff": make.staff(is_superuser=True),
    }


def test_for_everybody_else_it_is_not_there(investor):
    (row,) = make.has_funded(investor)
    for who, user in others(investor).items():
        client = logged_in(user)
        answers = [
            client.get(address(investor)),
            client.post(address(investor), {"year": "2024", "stage": "seed"}),
            client.post(removing(investor, row)),
        ]
        assert [answer.status_code for answer in answers] == [404, 404, 404], who
    assert PastInvestment.objects.get() == row


def test_a_stranger_is_asked_to_log_in(investor):
    answer = Client().get(address(investor))
    assert (answer.status_code, "login" in answer.headers["Location"]) == (302, True)


def test_a_round_of_another_is_not_removed_through_ones_own_page(client, investor):
    (theirs,) = make.has_funded(make.an_investor())
    page = client.post(removing(investor, theirs), follow=True)
    assert "This round is not in your record any more." in text(page)
    assert PastInvestment.objects.get() == theirs


def test_the_id_of_anothers_round_is_a_404(client, investor):
    (theirs,) = make.has_funded(make.an_investor())
    assert sent(client, investor, public_id=str(theirs.public_id)).status_code == 404


def test_a_profile_that_is_no_investors_has_no_record():
    graduate = make.a_graduate()
    assert logged_in(make.acts_for(graduate)).get(address(graduate)).status_code == 404


def test_whoever_vanished_has_no_page(investor, client):
    vanish(user=Profile.objects.get(pk=investor.pk).user)
    again = logged_in(Profile.objects.get(pk=investor.pk).user)
    assert again.get(address(investor)).status_code == 404


def test_removing_is_no_link(client, investor):
    (row,) = make.has_funded(investor)
    assert client.get(removing(investor, row)).status_code == 405


def test_it_takes_as_many_queries_for_twenty_rounds_as_for_two(client, investor):
    make.has_funded(investor, times=2)
    few = queries(client, address(investor))
    make.has_funded(investor, times=18)
    assert queries(client, address(investor)) == few <= 10


def test_rounds_come_twenty_a_page(client, investor):
    make.has_funded(investor, times=21)
    page = text(client.get(address(investor)))
    assert "1 to 20 of 21" in page
    assert len(client.get(f"{address(investor)}?page=2").context["lines"]) == 1


def test_it_is_read_in_arabic(client, investor):
    make.has_funded(investor, times=2)
    page = client.get(f"/ar{address(investor)}")
    assert page.status_code == 200
    assert 'dir="rtl"' in text(page)


def test_the_task_list_of_an_investor_leads_there(client, investor):
    page = text(client.get(reverse("my-profile")))
    assert f'href="{address(investor)}"' in page
    assert f'href="{address(investor)}"' in text(client.get(reverse("privacy")))


def test_a_startup_reads_the_kinds_and_no_single_round(investor):
    mandate, startup = make.a_mandate(investor), make.a_startup()
    raising = make.raises(startup)
    make.has_funded(investor, times=2, stage="pre_seed", sectors=[], governorate="PS-NBS")
    once = {"stage": "growth", "sectors": ["agritech"], "year": 1987, "governorate": "PS-KYS"}
    make.has_funded(investor, **once)
    url = reverse("match", args=[mandate.public_id, raising.public_id])
    page = text(logged_in(make.acts_for(startup)).get(url))
    assert "They: Pre-seed (at least twice)." in page
    assert "They: Nablus (at least twice)." in page
    for single in ("Growth", "Agriculture", "1987", "Khan"):
        assert single not in page


def test_the_investor_reads_the_same_of_themselves(investor, client):
    mandate, raising = make.a_mandate(investor), make.raises(make.a_startup())
    url = reverse("match", args=[mandate.public_id, raising.public_id])
    assert "You: not known yet." in text(client.get(url))
    make.has_funded(investor, times=4)
    assert "You: Seed, Fintech and banking (at least four times)." in text(client.get(url))
