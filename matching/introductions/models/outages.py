from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from profiles.models import Governorate


class Outage(models.Model):
    """No power, no line or no way out, in some governorates: clocks there stand still.

    Without an end it lasts until staff say that it is over.
    """

    class What(models.TextChoices):
        INTERNET = "internet", _("Internet outage")
        POWER = "power", _("Power cut")
        CLOSURE = "closure", _("Closure")
        EMERGENCY = "emergency", _("Emergency")

    what = models.CharField(_("what"), max_length=10, choices=What.choices)
    governorates: "models.ManyToManyField[Governorate, Governorate]" = models.ManyToManyField(
        Governorate, related_name="outages", verbose_name=_("governorates")
    )
    starts_at = models.DateTimeField(_("starts at"))
    ends_at = models.DateTimeField(_("ends at"), null=True, blank=True)
    declared_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        verbose_name = _("outage")
        verbose_name_plural = _("outages")
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=models.Q(ends_at__isnull=True)
                | models.Q(ends_at__gt=models.F("starts_at")),
                name="an_outage_ends_after_it_began",
            )
        ]
        indexes: ClassVar = [models.Index(fields=["starts_at", "ends_at"])]

    def __str__(self) -> str:
        return f"Outage {self.pk}: {self.what}"
