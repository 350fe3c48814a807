"""One mail to one account about some of its notifications."""

from collections.abc import Sequence

from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise

from ledger.links import absolute
from ledger.models import Notification
from ledger.notices import Line, lines_of
from ledger.stopping import headers_for
from profiles.letters.reading import as_read_by
from profiles.letters.tokens import stop_url
from profiles.models import User
from profiles.recognition import viewer_of


def write_letter(user: User, rows: Sequence[Notification], subject: Promise) -> int:
    """Mail what the account may know of these, and mark that as mailed; returns how many lines.

    subject: says nothing of what is inside, since it is read over shoulders
    """
    with as_read_by(user):
        lines = lines_of(rows, viewer_of(user).as_party)
        told = [row for row in rows if row.pk in lines]
        if told:
            _message(user, [lines[row.pk] for row in told], str(subject)).send()
    keys = [row.pk for row in told]
    return Notification.objects.filter(pk__in=keys).update(mailed_at=timezone.now())


def _message(user: User, lines: Sequence[Line], subject: str) -> EmailMessage:
    stop = stop_url(user)
    text = render_to_string(
        "mail/notices.txt",
        {
            "lines": [(line, absolute(line.url)) for line in lines],
            "page_url": absolute(reverse("notifications")),
            "change_url": absolute(reverse("account-notices")),
            "stop_url": stop,
        },
    )
    headers = headers_for(stop)
    return EmailMessage(subject, text, to=[user.email], headers=headers)
