"""Mail goes through the ledger: a page writes rows in its own transaction, workers send them.

A dead mail server or a dead broker delays mail and never a page; and as no page talks to a mail
server, how long one takes says nothing about whom it writes to.
"""

from collections.abc import Iterator, Sequence

from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend
from django.db import transaction

from ledger import tasks
from ledger.models import Mail


class Ledger(BaseEmailBackend):
    """The EMAIL_BACKEND: one row a recipient, and a kick after the commit."""

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        rows = [row for message in email_messages for row in _rows(message)]
        for row in Mail.objects.bulk_create(rows):
            _kick_after_commit(row.pk)
        return len(email_messages)


def _rows(message: EmailMessage) -> Iterator[Mail]:
    if message.attachments:
        raise ValueError("Mail carries text only: link to what you would attach.")
    for address in message.recipients():
        yield Mail(
            to=address,
            subject=str(message.subject),
            text=str(message.body),
            html=_html(message),
            headers=dict(message.extra_headers),
        )


def _html(message: EmailMessage) -> str:
    twins = getattr(message, "alternatives", ())
    return next((str(twin.content) for twin in twins if twin.mimetype == "text/html"), "")


def _kick_after_commit(mail_id: int) -> None:
    transaction.on_commit(lambda: tasks.send_mail.delay(mail_id), robust=True)
