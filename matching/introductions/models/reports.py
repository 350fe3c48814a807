from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from matching.introductions.models.introductions import Introduction
from matching.introductions.models.messages import Message
from profiles.models import Profile


class Report(models.Model):
    """One of the two asks programme staff to look at an introduction, its message with it.

    Of what was written since, staff read the one message that is reported, and nothing else.
    """

    class Why(models.TextChoices):
        HARASSMENT = "harassment", _("Harassment or threats")
        FALSE = "false", _("Not who they say they are")
        MONEY = "money", _("Asks for money, or a fraud")
        DANGER = "danger", _("It puts somebody at risk")
        OTHER = "other", _("Something else")

    introduction = models.ForeignKey(
        Introduction,
        on_delete=models.PROTECT,
        related_name="reports",
        verbose_name=_("introduction"),
    )
    message = models.ForeignKey(
        Message, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    by = models.ForeignKey(Profile, on_delete=models.PROTECT, related_name="+")
    why = models.CharField(_("why"), max_length=12, choices=Why.choices)
    reported_at = models.DateTimeField(_("reported at"), default=timezone.now)
    handled_at = models.DateTimeField(_("handled at"), null=True, blank=True)
    handled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        verbose_name = _("report of an introduction")
        verbose_name_plural = _("reports of introductions")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["introduction", "by", "message"],
                nulls_distinct=False,
                name="one_report_of_a_message_a_party",
            )
        ]
        indexes: ClassVar = [
            models.Index(
                fields=["reported_at"],
                name="reports_to_handle",
                condition=models.Q(handled_at__isnull=True),
            )
        ]

    def __str__(self) -> str:
        return f"Report {self.pk}"
