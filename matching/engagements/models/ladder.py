from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class RestingStep(models.Model):
    """A step of the ladder that somebody does not want to read of until that day."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="resting_steps"
    )
    rung = models.SlugField(_("step"), max_length=20)
    until = models.DateField(_("until"))

    class Meta:
        verbose_name = _("resting step")
        verbose_name_plural = _("resting steps")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["user", "rung"], name="a_step_rests_once_per_account")
        ]

    def __str__(self) -> str:
        return f"Resting step {self.pk}"
