"""Reviews as lines of a list, and the part of an engagement's page that is about them."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils import timezone

from matching.engagements.models import Engagement, Review, Session
from matching.engagements.reviews.saying import last_day_of, question_of, rating_of
from matching.views.wording import on_day
from profiles.viewer import Viewer


@dataclass(frozen=True, slots=True)
class Asked:
    """What one is asked: until: the last day to answer"""

    question: str
    until: str
    url: str


@dataclass(frozen=True, slots=True)
class Given:
    """What was answered: an evaluation with its words, one's own private ones without."""

    question: str
    day: str
    rating: str
    url: str
    text: str
    language: str


@dataclass(frozen=True, slots=True)
class Reviews:
    to_do: list[Asked]
    given: list[Given]


def reviews_of(engagement: Engagement, own_id: int, viewer: Viewer) -> Reviews:
    """What this reader is asked about it and may read, in one query; the latest first."""
    now = timezone.now()
    rows = list(
        Review.objects.visible_to(viewer)
        .filter(engagement=engagement)
        .select_related("session", "by")
        .order_by("-due_on", "-pk")
    )
    asked = [row for row in rows if row.by_id == own_id and row.is_open(now)]
    return Reviews(
        [_asked(row) for row in asked],
        [_given(row) for row in rows if row.is_given and may_read(row, viewer)],
    )


def to_do_after(session: Session, viewer: Viewer) -> list[Asked]:
    """The same of one session, of the page that shows it."""
    rows = Review.objects.visible_to(viewer).filter(session=session, given_at__isnull=True)
    now = timezone.now()
    return [_asked(row) for row in rows.select_related("session") if row.is_open(now)]


def is_author(row: Review, viewer: Viewer) -> bool:
    """The account that gave it, not its colleagues."""
    return row.author_id is not None and row.author_id == viewer.user_id


def may_read(row: Review, viewer: Viewer) -> bool:
    """Of a review that is the viewer's to see: whether also what it says.

    A private one is its author's, not their colleagues'. What somebody wrote who is gone is
    withheld.
    """
    if row.is_private:
        return is_author(row, viewer)
    return viewer.owns(row.by_id) or not row.by.is_hidden


def _asked(row: Review) -> Asked:
    return Asked(question_of(row), last_day_of(row), _url(row))


def _given(row: Review) -> Given:
    assert row.given_at is not None
    return Given(
        question=question_of(row),
        day=on_day(timezone.localtime(row.given_at).date()),
        rating="" if row.is_private else rating_of(row),
        url=_url(row),
        text="" if row.is_private else row.text,
        language=row.language,
    )


def _url(row: Review) -> str:
    return reverse("review", args=[row.public_id])
