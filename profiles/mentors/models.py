from django.db import models
from django.utils.translation import gettext_lazy as _

from profiles.models import Profile


class Mentor(models.Model):
    """What only a mentor has."""

    profile = models.OneToOneField(
        Profile, primary_key=True, on_delete=models.CASCADE, related_name="mentor"
    )
    hours_month = models.PositiveSmallIntegerField(_("hours a month"), null=True, blank=True)

    class Meta:
        verbose_name = _("mentor")
        verbose_name_plural = _("mentors")

    def __str__(self) -> str:
        return f"Mentor {self.pk}"
