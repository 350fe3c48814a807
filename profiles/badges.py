"""What a verification says to its reader: one sentence for every code, with its day."""

from datetime import datetime

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from profiles.models.verification import Verification

SENTENCES: dict[str, str | Promise] = {
    "identity": gettext_lazy("Identity document checked on %(day)s"),
    "university": gettext_lazy("University record checked on %(day)s"),
    "register": gettext_lazy("Company register checked on %(day)s"),
    "investor": gettext_lazy("Record as an investor checked on %(day)s"),
    "conversation": gettext_lazy("Spoken with programme staff on %(day)s"),
    "university_email": gettext_lazy("E-mail of the university confirmed on %(day)s"),
    "imported": gettext_lazy("Brought in by programme staff on %(day)s"),
}


def checked_words(what: str, at: datetime) -> str:
    """What was checked and when; a code without a sentence says only that it was checked."""
    day = date_format(timezone.localtime(at), "DATE_FORMAT")
    return str(SENTENCES.get(what, _("Profile checked on %(day)s"))) % {"day": day}


def check_choices() -> list[tuple[str, str]]:
    """What staff can say they checked; an import says so by itself."""
    return [pair for pair in Verification.What.choices if pair[0] != Verification.What.IMPORTED]
