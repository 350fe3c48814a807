from typing import Any

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ledger.models import PrivateFile
from profiles.models import Profile, University


class Graduate(models.Model):
    """What only a graduate has; the shared facts are on the profile."""

    profile = models.OneToOneField(
        Profile, primary_key=True, on_delete=models.CASCADE, related_name="graduate"
    )
    university = models.ForeignKey(
        University,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        verbose_name=_("university"),
    )
    degree = models.CharField(_("degree"), max_length=120, blank=True)
    graduation_year = models.PositiveSmallIntegerField(
        _("year of graduation"), null=True, blank=True
    )

    class Meta:
        verbose_name = _("graduate")
        verbose_name_plural = _("graduates")

    def __str__(self) -> str:
        return f"Graduate {self.pk}"


class CV(models.Model):
    """The CV a graduate uploaded last, and what was found in it: suggestions, never facts.

    Both are the owner's: `suggestions` quotes lines of the file and is shown to nobody else.
    """

    profile = models.OneToOneField(
        Profile, primary_key=True, on_delete=models.CASCADE, related_name="cv"
    )
    file = models.OneToOneField(PrivateFile, on_delete=models.CASCADE, related_name="cv")
    suggestions: "models.JSONField[Any, Any]" = models.JSONField(default=dict)
    read_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("CV")
        verbose_name_plural = _("CVs")

    def __str__(self) -> str:
        return f"CV {self.pk}"
