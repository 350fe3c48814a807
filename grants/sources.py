"""Where a fact was read, when, and how far one can rely on that."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from django.db import models
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

FRESH_FOR = timedelta(days=365)
"""12 months: what was checked longer ago is said with a warning."""


class Confidence(models.TextChoices):
    PUBLISHED = "published", gettext_lazy("As published")
    SECONDARY = "secondary", gettext_lazy("Said by others: ask the authority")
    OUTDATED = "outdated", gettext_lazy("From the law before 2021: ask the registry")


@dataclass(frozen=True, slots=True)
class Source:
    """title: in the reader's language"""

    title: str
    url: str
    checked_on: date
    confidence: Confidence

    @property
    def checked(self) -> str:
        return _("checked on %(day)s") % {"day": date_format(self.checked_on, "DATE_FORMAT")}

    @property
    def is_old(self) -> bool:
        return self.checked_on < timezone.localdate() - FRESH_FOR

    @property
    def is_doubtful(self) -> bool:
        return self.confidence is not Confidence.PUBLISHED


def in_language(words: Mapping[str, str]) -> str:
    """Of words in both languages those of the reader."""
    return words["ar" if get_language() == "ar" else "en"]
