"""A form that is sent twice, from one page or from two, makes one row and says so."""

from threading import Barrier, Thread
from uuid import uuid4

import pytest
from django.db import connection
from django.urls import reverse

from matching.actions import draft_candidacy, draft_opening, move_candidacy
from matching.models import Candidacy, Opening
from matching.moves import RefusedError
from matching.pairings import registry
from tests import make
from tests.matching.authoring.walks import answer_all, begin, logged_in, made, move, row_of


def at_once(*calls):
    """Each call in a thread of its own, all let go together; what each returned or raised."""
    start, answers = Barrier(len(calls)), [None] * len(calls)

    def run(place, call):
        start.wait()
        try:
            answers[place] = call()
        except Exception as error:
            answers[place] = error
        finally:
            connection.close()

    threads = [Thread(target=run, args=each) for each in enumerate(calls)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return answers


@pytest.mark.django_db(transaction=True)
def test_two_forms_with_one_id_at_once_begin_one_opening():
    firm, public_id = make.an_international_company(), uuid4()

    def draft():
        return draft_opening(
            public_id=public_id, owner=firm, pairing=registry.get("hiring"), by_id=None
        )

    first, second = at_once(draft, draft)
    assert first == second == Opening.objects.get()


@pytest.mark.django_db(transaction=True)
def test_two_first_pages_sent_at_once_begin_one_candidacy():
    graduate = make.a_graduate()

    def draft():
        return draft_candidacy(
            public_id=uuid4(), profile=graduate, pairing=registry.get("hiring"), by_id=None
        )

    first, second = at_once(draft, draft)
    assert first == second == Candidacy.objects.get()


@pytest.mark.django_db(transaction=True)
def test_of_two_consents_given_at_once_one_is_refused_in_words():
    graduate = make.a_graduate()
    drafts = [make.looks_for_a_job(graduate, status="draft") for _ in range(2)]
    answers = at_once(
        *(
            lambda row=row: move_candidacy(candidacy=row, move="activate", by_id=None)
            for row in drafts
        )
    )
    assert sorted(isinstance(answer, RefusedError) for answer in answers) == [False, True]
    assert sorted(Candidacy.objects.values_list("status", flat=True)) == ["active", "draft"]


@pytest.mark.django_db
def test_the_first_page_sent_twice_leads_to_one_draft():
    firm, public_id = make.an_international_company(), str(uuid4())
    client = logged_in(firm)
    answers = [
        begin(client, "opening", "hiring", firm, public_id=public_id).headers["Location"]
        for _ in range(2)
    ]
    assert answers[0] == answers[1]
    assert Opening.objects.count() == 1


@pytest.mark.django_db
def test_who_has_agreed_already_is_led_to_that_consent():
    graduate = make.a_graduate()
    search = make.looks_for_a_job(graduate)
    answer = begin(logged_in(graduate), "candidacy", "hiring", graduate)
    assert answer.headers["Location"] == reverse("check-candidacy", args=[search.public_id])
    assert Candidacy.objects.count() == 1


@pytest.mark.django_db
def test_a_move_sent_twice_names_the_state_and_changes_nothing():
    firm = make.an_international_company()
    client = logged_in(firm)
    opening = made(client, "opening", "hiring", firm)
    published_at = Opening.objects.get().published_at
    page = move(client, opening, "publish", follow=True).content.decode()
    assert "This is “Published” already. Nothing was changed." in page
    assert Opening.objects.get().published_at == published_at


@pytest.mark.django_db
def test_a_stale_page_of_a_closed_opening_says_so_and_changes_nothing():
    firm = make.an_international_company()
    job = make.a_job(firm, status="closed")
    client = logged_in(firm)
    page = reverse("edit-opening", args=[job.public_id, "pay"])
    answer = client.post(page, {"usd_min": "1", "usd_max": "2"}, follow=True)
    assert "This is “Closed” now, so its answers stay as they are." in answer.content.decode()
    assert "This is “Closed” now and cannot become “Paused”" in (
        move(client, job, "pause", follow=True).content.decode()
    )
    job.refresh_from_db()
    assert (job.usd_min, job.status) == (1000, "closed")


@pytest.mark.django_db
def test_two_open_pages_undo_nothing_of_each_other():
    """What one tab answered and what another moved both stand: only what was asked is written."""
    firm = make.an_international_company()
    client = logged_in(firm)
    begin(client, "opening", "hiring", firm)
    stale = row_of("opening", firm)
    answer_all(client, "opening", "hiring", stale)
    move(client, stale, "publish")
    page = reverse("edit-opening", args=[stale.public_id, "about"])
    client.post(page, {"title": "Another title", "description": "", "language": "ar"})
    opening = Opening.objects.get()
    assert (opening.status, opening.usd_min, opening.title) == ("published", 1000, "Another title")


@pytest.mark.django_db
def test_a_draft_with_answers_missing_is_not_sent_in():
    firm = make.an_international_company()
    client = logged_in(firm)
    begin(client, "opening", "hiring", firm)
    page = move(client, row_of("opening", firm), "publish", follow=True).content.decode()
    assert "2 answers are missing" in page
    assert Opening.objects.get().status == "draft"
