from django.db import models
from django.utils.translation import gettext_lazy as _

from profiles.models import Profile


class Investor(models.Model):
    """What only an investor has."""

    class Type(models.TextChoices):
        ANGEL = "angel", _("Angel")
        FUND = "fund", _("Fund")
        NETWORK = "network", _("Network of angels")

    profile = models.OneToOneField(
        Profile, primary_key=True, on_delete=models.CASCADE, related_name="investor"
    )
    type = models.CharField(_("type"), max_length=10, choices=Type.choices, default=Type.ANGEL)

    class Meta:
        verbose_name = _("investor")
        verbose_name_plural = _("investors")

    def __str__(self) -> str:
        return f"Investor {self.pk}"
