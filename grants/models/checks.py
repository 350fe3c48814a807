import uuid
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from grants.evaluation import Verdict
from grants.models.programmes import RuleSet
from grants.queries import CheckQuerySet
from profiles.models import Profile

VERDICTS = (
    (str(Verdict.MEETS), _("Meets the published criteria")),
    (str(Verdict.NEEDS_ANSWERS), _("Needs answers")),
    (str(Verdict.RULE_NOT_PUBLISHED), _("A rule is not published")),
    (str(Verdict.DOES_NOT_MEET), _("Does not meet the published criteria")),
)


class Check(models.Model):
    """What somebody's facts gave on a day, by one rule set: it can be worked out again as it was.

    facts: as JSON has them, amounts as text; empty once they were forgotten, when only the verdict
    is counted. results: by criterion, its truth and why it is unknown. profile: whose facts they
    were, where somebody was signed in.
    """

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    rule_set = models.ForeignKey(RuleSet, on_delete=models.PROTECT, related_name="checks")
    profile = models.ForeignKey(
        Profile, null=True, blank=True, on_delete=models.SET_NULL, related_name="grant_checks"
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    as_of = models.DateField(_("as of"))
    facts = models.JSONField(_("facts"), default=dict)
    verdict = models.CharField(_("verdict"), max_length=20, choices=VERDICTS)
    results = models.JSONField(_("results"), default=dict)
    low = models.DecimalField(_("from"), max_digits=16, decimal_places=2, null=True, blank=True)
    high = models.DecimalField(_("up to"), max_digits=16, decimal_places=2, null=True, blank=True)
    made_at = models.DateTimeField(_("made at"), default=timezone.now)
    forgotten_at = models.DateTimeField(_("facts forgotten at"), null=True, blank=True)

    objects = CheckQuerySet.as_manager()

    class Meta:
        verbose_name = _("eligibility check")
        verbose_name_plural = _("eligibility checks")
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=models.Q(low__isnull=True, high__isnull=True)
                | models.Q(low__lte=models.F("high")),
                name="an_estimate_is_in_order",
            ),
        ]

    def __str__(self) -> str:
        return f"Check {self.pk}"
