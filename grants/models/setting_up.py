from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class SetupTick(models.Model):
    """An account has done this step of setting up a firm.

    step: its slug in `grants/setting_up/steps.toml`; one that is gone from there shows nothing
    """

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="setup_ticks"
    )
    step = models.SlugField(_("step"), max_length=60)
    ticked_at = models.DateTimeField(_("done at"), default=timezone.now)

    class Meta:
        verbose_name = _("step that is done")
        verbose_name_plural = _("steps that are done")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["user", "step"], name="one_tick_per_step")
        ]

    def __str__(self) -> str:
        return f"Step done by account {self.user_id}"
