"""What the pages say of the list: from which day it is, and how far one has come."""

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from grants.setting_up.checklist import Who, checklist


def as_of() -> str:
    day = date_format(checklist().as_of, "DATE_FORMAT")
    return _("As it was read on %(day)s. Ask the registry what has changed since.") % {"day": day}


def hint_of(who: Who) -> str:
    count = len(checklist().steps_for(who))
    return ngettext("%(count)d step", "%(count)d steps", count) % {"count": count}


def progress(done: int, total: int) -> str:
    """ "3 of 9 done" """
    return _("%(done)d of %(total)d done") % {"done": done, "total": total}
