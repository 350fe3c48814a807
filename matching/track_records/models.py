import uuid
from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from matching.pairings.codes import Stage
from matching.pairings.deeds import kinds
from matching.track_records.queries import PastInvestmentQuerySet
from profiles.labels import governorate_code
from profiles.models import Governorate, Profile

EARLIEST, LATEST = 1950, 2100


class PastInvestment(models.Model):
    """One round in which an investor took part; no name of the startup is kept, and no amount.

    `public_id` comes with the form, so that a round is added once. A loaded one that its investor
    removed stays as an empty row (`is_struck`), so that the next file does not bring it back.
    """

    class Source(models.TextChoices):
        SAID = "said", _("Said by the investor")
        LOADED = "loaded", _("Loaded by programme staff")

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    profile = models.ForeignKey(
        Profile,
        on_delete=models.CASCADE,
        related_name="past_investments",
        verbose_name=_("profile"),
    )
    external_id = models.CharField(_("external id"), max_length=80, blank=True)
    source = models.CharField(
        _("source"), max_length=6, choices=Source.choices, default=Source.SAID
    )
    year = models.PositiveSmallIntegerField(_("year"), null=True, blank=True)
    stage = models.CharField(_("stage"), max_length=10, choices=Stage.choices, blank=True)
    sectors = ArrayField(
        models.CharField(max_length=40), default=list, blank=True, verbose_name=_("sectors")
    )
    governorate = models.ForeignKey(
        Governorate, null=True, blank=True, on_delete=models.PROTECT, verbose_name=_("governorate")
    )
    is_struck = models.BooleanField(_("removed by the investor"), default=False)
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    updated_at = models.DateTimeField(auto_now=True)

    objects = PastInvestmentQuerySet.as_manager()

    class Meta:
        verbose_name = _("past investment")
        verbose_name_plural = _("past investments")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["profile", "external_id"],
                condition=~models.Q(external_id=""),
                name="one_past_investment_per_external_id",
            ),
            models.CheckConstraint(
                condition=models.Q(is_struck=True)
                | models.Q(year__isnull=False)
                & ~models.Q(stage="", sectors=[], governorate__isnull=True),
                name="a_past_investment_has_its_year_and_kind",
            ),
            models.CheckConstraint(
                condition=models.Q(is_struck=False)
                | models.Q(
                    source="loaded",
                    year__isnull=True,
                    stage="",
                    sectors=[],
                    governorate__isnull=True,
                ),
                name="a_struck_investment_keeps_its_id_alone",
            ),
            models.CheckConstraint(
                condition=models.Q(year__range=(EARLIEST, LATEST)),
                name="a_past_investment_in_1950_to_2100",
            ),
            models.CheckConstraint(
                condition=models.Q(source="said", external_id="")
                | models.Q(source="loaded") & ~models.Q(external_id=""),
                name="a_loaded_investment_has_its_id",
            ),
        ]

    def __str__(self) -> str:
        return f"Past investment {self.pk}"

    @property
    def kinds(self) -> list[str]:
        """As `matching.pairings.deeds` tells them."""
        stages = [self.stage] if self.stage else []
        return kinds(stages, self.sectors, governorate_code(self.governorate_id))
