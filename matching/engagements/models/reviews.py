import uuid
from datetime import datetime, timedelta
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from matching.engagements.models.engagements import Engagement
from matching.engagements.models.sessions import Session
from matching.engagements.reviews.queries import ReviewQuerySet
from profiles.models import Profile

LONGEST_REVIEW = 1000
OPEN_FOR = timedelta(days=30)
"""So long after it was asked for a review can be given."""
BEST = 5


class Review(models.Model):
    """How it goes, as one of the two says at a date that was planned.

    An evaluation is read by both. Every other is private: its author and programme staff read it.
    `text` is personal: it is in no event, mail, log or list. `asked_at` is empty until its day.
    rating: 1 to 5, in words on every page; again: of the end, whether they would do it again
    """

    class Kind(models.TextChoices):
        SESSION = "session", _("After a session")
        CHECK = "check", _("On the way")
        EVALUATION = "evaluation", _("Evaluation")
        END = "end", _("At the end")

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    engagement = models.ForeignKey(Engagement, on_delete=models.PROTECT, related_name="reviews")
    session = models.ForeignKey(
        Session, null=True, blank=True, on_delete=models.PROTECT, related_name="reviews"
    )
    by = models.ForeignKey(
        Profile, on_delete=models.PROTECT, related_name="+", verbose_name=_("whose word")
    )
    kind = models.CharField(_("kind"), max_length=10, choices=Kind.choices)
    due_on = models.DateField(_("due on"))
    asked_at = models.DateTimeField(_("asked at"), null=True, blank=True)
    given_at = models.DateTimeField(_("given at"), null=True, blank=True)
    rating = models.PositiveSmallIntegerField(_("rating"), null=True, blank=True)
    again = models.BooleanField(_("would do it again"), null=True, blank=True)
    text = models.CharField(_("in their words"), max_length=LONGEST_REVIEW, blank=True)
    language = models.CharField(
        _("language of the text"), max_length=5, choices=settings.LANGUAGES, default="en"
    )
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    objects = ReviewQuerySet.as_manager()

    class Meta:
        verbose_name = _("review")
        verbose_name_plural = _("reviews")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["engagement", "session", "by", "kind", "due_on"],
                nulls_distinct=False,
                name="one_review_a_side_and_day",
            ),
            models.CheckConstraint(
                condition=models.Q(rating__isnull=True) | models.Q(rating__range=(1, BEST)),
                name="ratings_from_one_to_five",
            ),
            models.CheckConstraint(
                condition=models.Q(given_at__isnull=True) | models.Q(rating__isnull=False),
                name="a_review_that_was_given_rates",
            ),
        ]
        indexes: ClassVar = [
            models.Index(
                fields=["due_on"],
                name="reviews_to_ask",
                condition=models.Q(asked_at__isnull=True),
            )
        ]

    def __str__(self) -> str:
        return f"Review {self.pk}"

    @property
    def is_given(self) -> bool:
        return self.given_at is not None

    @property
    def is_private(self) -> bool:
        return self.kind != self.Kind.EVALUATION

    def is_open(self, now: datetime) -> bool:
        """Whether it was asked for, not long ago, and not given yet."""
        return not self.is_given and self.asked_at is not None and now < self.asked_at + OPEN_FOR
