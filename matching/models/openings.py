import uuid
from typing import ClassVar

from django.conf import settings
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django_countries.fields import CountryField

from matching.models.terms import AskedSkill, Terms
from matching.queries.openings import OpeningQuerySet
from profiles.models import Profile, Skill


class Opening(Terms):
    """What an owner offers or asks: a job, tender, placement, mandate or mentoring offer."""

    class Status(models.TextChoices):
        DRAFT = "draft", _("Draft")
        PUBLISHED = "published", _("Published")
        PAUSED = "paused", _("Paused")
        CLOSED = "closed", _("Closed")

    asked_ids: list[int]
    """Keys of the skills it asks for, the most important first; where `for_list` fetched it."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    external_id = models.CharField(
        _("external id"), max_length=80, null=True, blank=True, unique=True
    )
    owner = models.ForeignKey(
        Profile, on_delete=models.PROTECT, related_name="openings", verbose_name=_("owner")
    )
    title = models.CharField(_("title"), max_length=160)
    description = models.TextField(_("description"), blank=True)
    language = models.CharField(
        _("language of the text"), max_length=5, choices=settings.LANGUAGES, default="en"
    )
    country = CountryField(_("country"), blank=True)
    status = models.CharField(
        _("status"), max_length=10, choices=Status.choices, default=Status.DRAFT
    )
    capacity = models.PositiveSmallIntegerField(_("places"), default=1)
    closes_on = models.DateField(_("closes on"), null=True, blank=True)
    published_at = models.DateTimeField(_("published at"), null=True, blank=True)
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    updated_at = models.DateTimeField(auto_now=True)
    skills: "models.ManyToManyField[Skill, OpeningSkill]" = models.ManyToManyField(
        Skill, through="OpeningSkill", blank=True
    )
    folded = models.TextField(editable=False, default="", help_text="folding.fold of the text")

    objects = OpeningQuerySet.as_manager()

    class Meta:
        verbose_name = _("opening")
        verbose_name_plural = _("openings")
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=models.Q(usd_min__isnull=True)
                | models.Q(usd_max__isnull=True)
                | models.Q(usd_min__lte=models.F("usd_max")),
                name="opening_amounts_in_order",
            ),
            models.CheckConstraint(
                condition=~models.Q(status="published") | models.Q(published_at__isnull=False),
                name="a_published_opening_has_its_date",
            ),
            models.CheckConstraint(
                condition=~models.Q(status="published") | ~models.Q(title=""),
                name="a_published_opening_has_its_title",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["pairing", "status"]),
            models.Index(fields=["-published_at", "-id"], name="openings_newest_first"),
            GinIndex(fields=["folded"], opclasses=["gin_trgm_ops"], name="openings_by_text"),
            GinIndex(SearchVector("folded", config="simple"), name="openings_by_word"),
        ]

    def __str__(self) -> str:
        return f"{self.pairing} opening {self.pk}"

    @property
    def is_open(self) -> bool:
        """Published and not past its date."""
        today = timezone.localdate()
        return self.status == self.Status.PUBLISHED and (
            self.closes_on is None or self.closes_on >= today
        )


class OpeningSkill(AskedSkill):
    opening = models.ForeignKey(Opening, on_delete=models.CASCADE, related_name="asked_skills")

    class Meta:
        verbose_name = _("skill of an opening")
        verbose_name_plural = _("skills of an opening")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["opening", "skill"], name="a_skill_is_asked_once"),
            models.CheckConstraint(
                condition=models.Q(importance__range=(1, 3)), name="opening_importance_1_to_3"
            ),
            models.CheckConstraint(
                condition=models.Q(level__range=(1, 4)), name="opening_skill_level_1_to_4"
            ),
        ]

    def __str__(self) -> str:
        return f"Skill {self.skill_id} for opening {self.opening_id}"
