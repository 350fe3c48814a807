"""Mail from the delivery itself, for what an account wants to be told at once."""

from collections import defaultdict
from collections.abc import Sequence

from django.utils.translation import gettext_lazy as _

from ledger.models import Notification
from profiles.letters.choosing import told_at_once
from profiles.letters.writing import write_letter
from profiles.models import User

SUBJECT = _("Something in Silah waits for you")


def send_at_once(rows: Sequence[Notification]) -> None:
    """One letter an account, however many of these are its own; in the caller's transaction."""
    of_user = defaultdict(list)
    for row in rows:
        of_user[row.user_id].append(row)
    for user in User.objects.filter(pk__in=of_user).order_by("pk"):
        wanted = told_at_once(user.notices)
        write_letter(user, [row for row in of_user[user.pk] if row.kind in wanted], SUBJECT)
