from datetime import date
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from grants.queries import RuleSetQuerySet


class Programme(models.Model):
    """A window for grants, whether it is open, and since when that is known.

    Rules and numbers are in its rule sets. The status is staff's to keep: it changes while the
    rules stay.
    """

    class Status(models.TextChoices):
        OPEN = "open", _("Open")
        PAUSED = "paused", _("Paused")
        CLOSED = "closed", _("Closed")
        UNKNOWN = "unknown", _("Not known")

    slug = models.SlugField(_("name"), max_length=60, unique=True)
    status = models.CharField(
        _("status"), max_length=10, choices=Status.choices, default=Status.UNKNOWN
    )
    status_checked_on = models.DateField(_("status checked on"), default=date.today)
    status_source = models.URLField(_("source of the status"), blank=True)

    class Meta:
        verbose_name = _("grant programme")
        verbose_name_plural = _("grant programmes")
        ordering: ClassVar = ["slug"]

    def __str__(self) -> str:
        return self.slug

    @property
    def newest(self) -> "RuleSet":
        """The version that is read."""
        found: RuleSet = self.rule_sets.newest().get()
        return found


class RuleSet(models.Model):
    """One published version of a programme's document. A row trigger refuses UPDATE and DELETE.

    document: as `grants.documents` checked it; it holds rules, numbers, words and sources
    """

    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="rule_sets")
    version = models.PositiveIntegerField(_("version"))
    document = models.JSONField(_("document"))
    published_at = models.DateTimeField(_("published at"), default=timezone.now)
    published_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    objects = RuleSetQuerySet.as_manager()

    class Meta:
        verbose_name = _("rule set")
        verbose_name_plural = _("rule sets")
        ordering: ClassVar = ["programme", "-version"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["programme", "version"], name="one_rule_set_per_version"
            )
        ]

    def __str__(self) -> str:
        return f"{self.programme_id} version {self.version}"
