from typing import Any

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ledger.models import PrivateFile
from profiles.models import Profile


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
