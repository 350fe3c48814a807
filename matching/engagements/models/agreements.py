import uuid
from typing import ClassVar

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from matching.engagements.models.engagements import Engagement
from matching.engagements.queries import AgreementQuerySet
from matching.pairings.codes import Instrument, Route
from profiles.models import Profile

LONGEST = 500


class InvestmentStage(models.TextChoices):
    """How far an investor is; from committed on it is what both sides say."""

    OBSERVING = "observing", _("Observing")
    CONSIDERING = "considering", _("Considering")
    COMMITTED = "committed", _("Committed")
    INVESTED = "invested", _("Invested")


class Shown(models.TextChoices):
    """What other investors of the same round read of this one."""

    NOTHING = "nothing", _("Nothing")
    TOTAL = "total", _("My amount within the total of the round")
    NAMED = "named", _("That I take part, and my amount within the total")


class Agreement(models.Model):
    """What one of the two says the terms are, from a day on; it holds once the other confirms it.

    The terms of an engagement at a day are those of its last agreement that was confirmed and
    holds by then: growth of a contract, an extension and the stages of an investment are further
    agreements. Which columns an outcome uses, and how they are called there, is declared in
    `matching.engagements.outcomes`. Amounts are whole US dollars: a month, or in all of an
    investment. `text` is personal: read by the two, in no event.
    """

    class Kind(models.TextChoices):
        BEGIN = "begin", _("The beginning")
        CHANGE = "change", _("A change")
        COMPLETION = "completion", _("The completion")

    class State(models.TextChoices):
        WAITING = "waiting", _("Waits to be confirmed")
        CONFIRMED = "confirmed", _("Confirmed")
        REFUSED = "refused", _("Not confirmed")
        WITHDRAWN = "withdrawn", _("Taken back")
        EXPIRED = "expired", _("No answer in time")

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    engagement = models.ForeignKey(Engagement, on_delete=models.CASCADE, related_name="agreements")
    kind = models.CharField(_("about"), max_length=10, choices=Kind.choices)
    state = models.CharField(
        _("state"), max_length=10, choices=State.choices, default=State.WAITING
    )
    by = models.ForeignKey(
        Profile, on_delete=models.PROTECT, related_name="+", verbose_name=_("stated by")
    )
    from_on = models.DateField(_("from"))
    until_on = models.DateField(_("until"), null=True, blank=True)
    route = models.CharField(_("route"), max_length=15, choices=Route.choices, blank=True)
    stage = models.CharField(_("stage"), max_length=12, choices=InvestmentStage.choices, blank=True)
    instrument = models.CharField(
        _("instrument"), max_length=15, choices=Instrument.choices, blank=True
    )
    usd_from = models.PositiveBigIntegerField(_("from, USD"), null=True, blank=True)
    usd = models.PositiveBigIntegerField(_("amount, USD"), null=True, blank=True)
    headcount = models.PositiveSmallIntegerField(_("people"), null=True, blank=True)
    hours = models.PositiveSmallIntegerField(_("hours"), null=True, blank=True)
    weeks = models.PositiveSmallIntegerField(_("weeks"), null=True, blank=True)
    shown = models.CharField(
        _("shown to co-investors"), max_length=10, choices=Shown.choices, blank=True
    )
    text = models.CharField(_("goals"), max_length=LONGEST, blank=True)
    stated_at = models.DateTimeField(_("stated at"), default=timezone.now)
    due_at = models.DateTimeField(_("answer due at"), null=True, blank=True)
    remind_at = models.DateTimeField(_("reminder at"), null=True, blank=True)
    is_reminded = models.BooleanField(_("reminded"), default=False)
    answered_at = models.DateTimeField(_("answered at"), null=True, blank=True)

    objects = AgreementQuerySet.as_manager()

    class Meta:
        verbose_name = _("agreement")
        verbose_name_plural = _("agreements")
        ordering: ClassVar = ["pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["engagement"],
                condition=models.Q(state="waiting"),
                name="one_agreement_waits_at_a_time",
            ),
            models.CheckConstraint(
                condition=models.Q(until_on__isnull=True)
                | models.Q(until_on__gte=models.F("from_on")),
                name="an_agreement_ends_after_it_begins",
            ),
            models.CheckConstraint(
                condition=models.Q(usd_from__isnull=True)
                | models.Q(usd__isnull=True)
                | models.Q(usd_from__lte=models.F("usd")),
                name="agreed_amounts_in_order",
            ),
        ]
        indexes: ClassVar = [
            models.Index(
                fields=["due_at"], name="agreements_due", condition=models.Q(state="waiting")
            ),
            models.Index(
                fields=["remind_at"],
                name="agreements_to_remind",
                condition=models.Q(state="waiting"),
            ),
        ]

    def __str__(self) -> str:
        return f"Agreement {self.pk}"

    @property
    def is_waiting(self) -> bool:
        return self.state == self.State.WAITING

    @property
    def is_confirmed(self) -> bool:
        return self.state == self.State.CONFIRMED

    @property
    def is_terms(self) -> bool:
        """Whether it says terms; a completion says only a day."""
        return self.kind != self.Kind.COMPLETION
