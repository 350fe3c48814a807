"""Skills that nobody knew yet: proposed by people, decided by staff."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from profiles.models.people import Profile
from profiles.models.taxonomy import Skill


class SkillProposal(models.Model):
    """A text that means no skill so far. `key` is `folding.skill_key(text)`: one open row a key."""

    class State(models.TextChoices):
        OPEN = "open", _("Open")
        ACCEPTED = "accepted", _("Accepted")
        REFUSED = "refused", _("Refused")

    text = models.CharField(_("text"), max_length=120)
    key = models.CharField(max_length=120, editable=False)
    language = models.CharField(_("language"), max_length=5, choices=settings.LANGUAGES)
    state = models.CharField(
        _("state"), max_length=10, choices=State.choices, default=State.OPEN, editable=False
    )
    skill = models.ForeignKey(
        Skill,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("skill that it became"),
    )
    reason = models.CharField(_("why it was refused"), max_length=200, blank=True)
    created_at = models.DateTimeField(_("proposed at"), default=timezone.now, editable=False)
    decided_at = models.DateTimeField(_("decided at"), null=True, editable=False)
    proposers: "models.ManyToManyField[Profile, SkillProposer]" = models.ManyToManyField(
        Profile, through="SkillProposer", related_name="skill_proposals"
    )

    class Meta:
        verbose_name = _("proposed skill")
        verbose_name_plural = _("proposed skills")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["key"], condition=Q(state="open"), name="one_open_proposal_per_key"
            ),
            models.CheckConstraint(
                condition=Q(state="accepted", skill__isnull=False)
                | Q(~Q(state="accepted"), skill__isnull=True),
                name="an_accepted_proposal_has_its_skill",
            ),
        ]

    def __str__(self) -> str:
        return f"Proposed skill {self.pk}"


class SkillProposer(models.Model):
    """Who proposed it, and the level that they hold it at; no level where an opening asks."""

    proposal = models.ForeignKey(SkillProposal, on_delete=models.CASCADE, related_name="wishes")
    profile = models.ForeignKey(Profile, on_delete=models.CASCADE, related_name="wished_skills")
    level = models.PositiveSmallIntegerField(_("level"), null=True, blank=True)

    class Meta:
        verbose_name = _("proposer of a skill")
        verbose_name_plural = _("proposers of a skill")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["proposal", "profile"], name="one_wish_per_proposal"),
            models.CheckConstraint(
                condition=Q(level__isnull=True) | Q(level__range=(1, 4)),
                name="wished_level_1_to_4",
            ),
        ]

    def __str__(self) -> str:
        return f"Proposal {self.proposal_id} by profile {self.profile_id}"
