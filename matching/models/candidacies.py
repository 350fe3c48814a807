import uuid
from typing import ClassVar

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from matching.models.terms import AskedSkill, Terms
from matching.queries.candidacies import CandidacyQuerySet
from profiles.models import Profile, Skill


class Candidacy(Terms):
    """The candidate's side of a pairing; without one there is no consent to be matched there."""

    class Status(models.TextChoices):
        DRAFT = "draft", _("Draft")
        ACTIVE = "active", _("Active")
        PAUSED = "paused", _("Paused")
        WITHDRAWN = "withdrawn", _("Withdrawn")

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    profile = models.ForeignKey(
        Profile, on_delete=models.CASCADE, related_name="candidacies", verbose_name=_("profile")
    )
    status = models.CharField(
        _("status"), max_length=10, choices=Status.choices, default=Status.ACTIVE
    )
    until = models.DateField(_("until"), null=True, blank=True)
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    updated_at = models.DateTimeField(auto_now=True)
    skills: "models.ManyToManyField[Skill, CandidacySkill]" = models.ManyToManyField(
        Skill, through="CandidacySkill", blank=True
    )

    objects = CandidacyQuerySet.as_manager()

    class Meta:
        verbose_name = _("candidacy")
        verbose_name_plural = _("candidacies")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["profile", "pairing"],
                condition=models.Q(status="active"),
                name="one_active_candidacy_per_pairing",
            ),
            models.CheckConstraint(
                condition=models.Q(usd_min__isnull=True)
                | models.Q(usd_max__isnull=True)
                | models.Q(usd_min__lte=models.F("usd_max")),
                name="candidacy_amounts_in_order",
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["pairing", "status"])]

    def __str__(self) -> str:
        return f"{self.pairing} candidacy {self.pk}"

    @property
    def is_active(self) -> bool:
        """Consent is given and has not ended."""
        return self.status == self.Status.ACTIVE and (
            self.until is None or self.until >= timezone.localdate()
        )


class CandidacySkill(AskedSkill):
    """A skill that the candidate wants to learn (where the candidate is the one who needs)."""

    candidacy = models.ForeignKey(Candidacy, on_delete=models.CASCADE, related_name="asked_skills")

    class Meta:
        verbose_name = _("skill of a candidacy")
        verbose_name_plural = _("skills of a candidacy")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["candidacy", "skill"], name="a_goal_is_named_once"),
            models.CheckConstraint(
                condition=models.Q(importance__range=(1, 3)), name="candidacy_importance_1_to_3"
            ),
            models.CheckConstraint(
                condition=models.Q(level__range=(1, 4)), name="candidacy_skill_level_1_to_4"
            ),
        ]

    def __str__(self) -> str:
        return f"Skill {self.skill_id} for candidacy {self.candidacy_id}"
