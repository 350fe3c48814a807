"""Who gives a review and who reads it, on its page and on that of the engagement."""

from datetime import timedelta
from typing import Any

import pytest
from django.template.loader import render_to_string
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from ledger.models import Event
from matching.engagements.models import Engagement, Review
from matching.engagements.reviews import actions
from matching.engagements.reviews.lines import reviews_of
from matching.moves import RefusedError
from profiles.models import Profile
from profiles.privacy.vanishing import vanish
from profiles.recognition import viewer_of
from tests import make
from tests.matching.engagements.on_reviews import heard, placement
from tests.reading import logged_in, queries, text

pytestmark = pytest.mark.django_db
CANARY = "Canary words"


def url(row: Review) -> str:
    return reverse("review", args=[row.public_id])


def reader(profile: Profile) -> Client:
    return logged_in(make.acts_for(profile))


def give(client: Client, row: Review, **said: Any) -> Any:
    return client.post(url(row), {"rating": "4", "text": CANARY} | said, follow=True)


def test_a_private_one_is_read_by_its_author_and_not_by_the_other_side() -> None:
    row = make.a_review()
    client = reader(row.by)
    assert "The other side never does." in text(client.get(url(row)))
    page = give(client, row)
    assert "Thank you. Your answer is kept." in text(page)
    assert CANARY in text(client.get(url(row)))
    assert "Mostly as agreed" in text(client.get(url(row)))
    other = reader(row.engagement.owner)
    assert other.get(url(row)).status_code == 404
    assert other.post(url(row), {"rating": "1", "text": ""}).status_code == 404


def test_a_colleague_of_the_author_reads_that_it_was_given_and_not_what() -> None:
    engagement = make.an_engagement()
    row = make.a_review(engagement, by=engagement.owner)
    give(reader(row.by), row)
    colleague = reader(row.by)
    page = text(colleague.get(url(row)))
    assert CANARY not in page
    assert "Only its author and programme staff read it." in page
    again = text(give(colleague, row, rating="1", text="Other words"))
    assert "A colleague has given it already. Nothing was changed." in again
    row.refresh_from_db()
    assert (row.rating, row.text) == (4, CANARY)


def test_an_evaluation_is_read_by_both_and_by_nobody_else() -> None:
    engagement = placement()
    row = make.a_review(engagement, by=engagement.owner, kind="evaluation")
    candidate = reader(engagement.candidate)
    assert candidate.get(url(row)).status_code == 404
    give(reader(row.by), row)
    assert CANARY in text(candidate.get(url(row)))
    assert candidate.post(url(row), {"rating": "1", "text": "x"}).status_code == 404
    firm_reader = logged_in(make.acts_for(engagement.owner, role="reader"))
    assert CANARY in text(firm_reader.get(url(row)))
    for stranger in (reader(make.a_graduate()), logged_in(make.staff(is_superuser=True))):
        assert stranger.get(url(row)).status_code == 404
    assert Client().get(url(row)).status_code == 302


def test_what_somebody_evaluated_who_is_gone_is_withheld() -> None:
    mentorless = placement()
    row = make.a_review(mentorless, by=mentorless.owner, kind="evaluation", rating=4, text=CANARY)
    Profile.objects.filter(pk=row.by_id).update(status="hidden")
    page = text(reader(mentorless.candidate).get(url(row)))
    assert CANARY not in page
    assert "by somebody who is not here any more" in page
    assert "Only its author and programme staff read it." not in page


def test_who_reads_an_answer_is_said_to_its_author_alone() -> None:
    engagement = placement()
    row = make.a_review(engagement, by=engagement.owner, kind="evaluation")
    author, readers = reader(row.by), "Both of you read your answer"
    assert readers in text(author.get(url(row)))
    give(author, row)
    assert readers in text(author.get(url(row)))
    for other in (reader(engagement.candidate), reader(row.by)):
        page = text(other.get(url(row)))
        assert CANARY in page
        assert "read your answer" not in page


@pytest.mark.parametrize("kind", ["check", "evaluation", "end"])
def test_its_page_leads_back_to_the_engagement_and_of_a_session_to_that(kind: str) -> None:
    engagement = placement()
    row = make.a_review(engagement, by=engagement.owner, kind=kind)
    page = reader(row.by).get(url(row))
    assert page.context["back_url"] == reverse("engagement", args=[engagement.public_id])
    assert "Back to what came of it" in text(page)
    held = make.a_session(state="held")
    after = make.a_review(held.engagement, kind="session", session=held)
    back_url = reader(after.by).get(url(after)).context["back_url"]
    assert back_url == reverse("session", args=[held.public_id])


def test_an_evaluation_needs_words_and_the_end_a_yes_or_no() -> None:
    engagement = placement()
    evaluation = make.a_review(engagement, by=engagement.owner, kind="evaluation")
    assert give(reader(evaluation.by), evaluation, text="").status_code == 422
    end = make.a_review(engagement, kind="end")
    client = reader(end.by)
    assert give(client, end).status_code == 422
    page = text(give(client, end, again="no"))
    assert "Well, Would not do it again" in page
    end.refresh_from_db()
    assert end.again is False


def test_sent_twice_it_counts_once() -> None:
    row = make.a_review()
    client = reader(row.by)
    give(client, row)
    page = give(client, row, rating="1", text="Other words")
    assert page.status_code == 200
    row.refresh_from_db()
    assert (row.rating, row.text) == (4, CANARY)
    assert Event.objects.filter(verb="review.given").count() == 1


def test_whoever_only_reads_for_a_firm_is_not_asked() -> None:
    engagement = make.an_engagement()
    row = make.a_review(engagement, by=engagement.owner)
    client = logged_in(make.acts_for(engagement.owner, role="reader"))
    assert client.get(url(row)).status_code == 404
    assert give(client, row).status_code == 404


def test_after_thirty_days_it_is_asked_no_more() -> None:
    row = make.a_review(asked_at=timezone.now() - timedelta(days=31))
    client = reader(row.by)
    assert "The time to answer has passed." in text(client.get(url(row)))
    assert "The time to give it has passed." in text(give(client, row))
    with pytest.raises(RefusedError):
        actions.give(review=row, by=row.by, said=actions.Word(4, ""), by_id=None)
    row.refresh_from_db()
    assert not row.is_given


def test_before_its_day_there_is_nothing_to_see() -> None:
    engagement = make.an_engagement()
    heard("engagement.confirmed")
    for row in Review.objects.all():
        assert reader(engagement.candidate).get(url(row)).status_code == 404


def part_of(engagement: Engagement, profile: Profile) -> tuple[Any, str]:
    viewer = viewer_of(make.acts_for(profile))
    rows = Engagement.objects.visible_to(viewer).with_parties(viewer)
    found = reviews_of(rows.get(pk=engagement.pk), profile.pk, viewer)
    return found, render_to_string("reviews/_reviews.html", {"reviews": found})


def test_the_part_of_the_engagements_page_has_what_is_asked_and_what_both_may_read() -> None:
    engagement = placement()
    asked = make.a_review(engagement)
    make.a_review(engagement, by=engagement.owner, kind="end", rating=1, text="Private words")
    make.a_review(engagement, by=engagement.owner, kind="evaluation", rating=4, text=CANARY)
    found, page = part_of(engagement, engagement.candidate)
    assert [each.url for each in found.to_do] == [url(asked)]
    assert CANARY in page
    assert "Private words" not in page
    assert found.given[0].rating == "Well"
    found, page = part_of(engagement, engagement.owner)
    assert found.to_do == []
    assert "Private words" not in page


@pytest.mark.parametrize("kind", ["check", "evaluation", "end"])
def test_the_page_takes_at_most_ten_queries(kind: str) -> None:
    engagement = placement()
    row = make.a_review(engagement, by=engagement.owner, kind=kind)
    client = reader(row.by)
    for _asked_and_given in range(2):
        assert queries(client, url(row)) <= 10
        give(client, row, **({"again": "yes"} if kind == "end" else {}))


def test_no_word_stands_in_an_event() -> None:
    make.a_review(rating=4, text=CANARY)
    assert Event.objects.filter(verb="review.given").exists()
    assert CANARY not in str(list(Event.objects.values()))


def test_somebody_who_vanished_is_not_described_on_it() -> None:
    engagement = make.an_engagement()
    row = make.a_review(engagement, by=engagement.owner)
    vanish(user=make.acts_for(engagement.candidate))
    page = text(reader(engagement.owner).get(url(row)))
    assert engagement.candidate.alias_code in page
