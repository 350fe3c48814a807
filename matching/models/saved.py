import uuid
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from matching.models.openings import Opening
from matching.queries.saved import SavedSearchQuerySet
from profiles.models import Profile


class SavedItem(models.Model):
    """An opening or a profile that somebody keeps to come back to; only they can tell."""

    MOST = 500

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    opening = models.ForeignKey(
        Opening, null=True, blank=True, on_delete=models.CASCADE, related_name="saved_by"
    )
    profile = models.ForeignKey(
        Profile, null=True, blank=True, on_delete=models.CASCADE, related_name="saved_by"
    )
    saved_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        verbose_name = _("saved item")
        verbose_name_plural = _("saved items")
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=models.Q(opening__isnull=True, profile__isnull=False)
                | models.Q(opening__isnull=False, profile__isnull=True),
                name="a_saved_item_is_one_thing",
            ),
            models.UniqueConstraint(fields=["user", "opening"], name="an_opening_is_saved_once"),
            models.UniqueConstraint(fields=["user", "profile"], name="a_profile_is_saved_once"),
        ]

    def __str__(self) -> str:
        return f"Saved item {self.pk}"


class SavedSearch(models.Model):
    """The filters of a list that somebody keeps, and how often they want mail about what is new.

    `list` names an entry of `matching.saved.lists`, `query` holds its known filters in one fixed
    order. Every morning of its reader what came after `told_until` is counted into `news`, and
    told by mail where they want it; who opens the search has seen it all.
    """

    class Alerts(models.TextChoices):
        DAILY = "daily", _("Every day")
        WEEKLY = "weekly", _("Every week")
        NEVER = "never", _("Never")

    MOST = 50
    LONGEST_QUERY = 2000

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    list = models.CharField(max_length=20)
    query = models.CharField(max_length=LONGEST_QUERY, blank=True)
    label_en = models.CharField(max_length=200)
    label_ar = models.CharField(max_length=200)
    alerts = models.CharField(
        _("mail about what is new"), max_length=6, choices=Alerts.choices, default=Alerts.WEEKLY
    )
    told_until = models.DateTimeField(default=timezone.now)
    news = models.PositiveIntegerField(default=0)
    created_at = models.DateTimeField(default=timezone.now, editable=False)

    objects = SavedSearchQuerySet.as_manager()

    class Meta:
        verbose_name = _("saved search")
        verbose_name_plural = _("saved searches")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["user", "list", "query"], name="a_search_is_saved_once"
            ),
        ]

    def __str__(self) -> str:
        return f"Saved search {self.pk}"

    @property
    def label(self) -> str:
        return self.label_ar if get_language() == "ar" else self.label_en
