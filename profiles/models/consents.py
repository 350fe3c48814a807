from typing import Any, ClassVar, Self

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from profiles.models.people import Profile
from profiles.steps import Step


class ConsentQuerySet(models.QuerySet["Consent"]):
    def in_force(self) -> Self:
        """Given, not revoked, and not past their last day."""
        return self.filter(revoked_at__isnull=True, until__gte=timezone.localdate())

    def step_between(self, owner: Any, to: Any) -> models.Subquery:
        """How far the owner lets that party read, to ride on a query; NULL where nothing was said.

        owner, to: a key, or an OuterRef to one
        """
        return models.Subquery(self.in_force().filter(owner=owner, to=to).values("step")[:1])

    def over(self) -> Self:
        """Revoked, or past their last day."""
        ended = models.Q(revoked_at__isnull=False) | models.Q(until__lt=timezone.localdate())
        return self.filter(ended)


class Consent(models.Model):
    """An owner lets one named counterparty read one step further, for a purpose, until a day.

    What was revoked stays as history. `profiles.actions.consents` gives and revokes; `disclose`
    reads what is in force.
    """

    class Purpose(models.TextChoices):
        INTRODUCTION = "introduction", _("An introduction")
        HIRING = "hiring", _("A job")
        CONTRACT = "contract", _("A contract")
        PLACEMENT = "placement", _("An internship")
        INVESTMENT = "investment", _("An investment")
        MENTORSHIP = "mentorship", _("Mentoring")

    owner = models.ForeignKey(Profile, on_delete=models.CASCADE, related_name="consents_given")
    to = models.ForeignKey(Profile, on_delete=models.CASCADE, related_name="consents_received")
    step = models.PositiveSmallIntegerField(_("what they may read"), choices=Step.choices)
    purpose = models.CharField(_("purpose"), max_length=15, choices=Purpose.choices)
    until = models.DateField(_("last day"))
    given_at = models.DateTimeField(_("given at"), default=timezone.now)
    given_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    revoked_at = models.DateTimeField(_("revoked at"), null=True, blank=True)

    objects = ConsentQuerySet.as_manager()

    class Meta:
        verbose_name = _("consent")
        verbose_name_plural = _("consents")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["owner", "to"],
                condition=models.Q(revoked_at__isnull=True),
                name="one_standing_consent_per_counterparty",
            ),
            models.CheckConstraint(
                condition=~models.Q(owner=models.F("to")), name="nobody_consents_to_oneself"
            ),
            models.CheckConstraint(
                condition=models.Q(step__range=(Step.CAPABILITY, Step.CONTACT)),
                name="consent_from_capability_to_contact",
            ),
        ]
        indexes: ClassVar = [
            models.Index(
                fields=["to", "owner"],
                name="consents_in_force",
                condition=models.Q(revoked_at__isnull=True),
            )
        ]

    def __str__(self) -> str:
        return f"Consent {self.pk}"

    @property
    def is_in_force(self) -> bool:
        return self.revoked_at is None and self.until >= timezone.localdate()
