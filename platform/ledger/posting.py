"""The way out of the ledger: one mail after the other to the server that EMAIL_URL names."""

import logging
from functools import cache

from django.conf import settings
from django.core.mail import EmailMultiAlternatives, get_connection

from ledger.models import Mail

log = logging.getLogger(__name__)


def has_transport() -> bool:
    """Whether EMAIL_URL names a way out; without one mail waits, and the log says so once."""
    if not settings.MAIL_TRANSPORT:
        _say_that_mail_waits()
    return bool(settings.MAIL_TRANSPORT)


@cache
def _say_that_mail_waits() -> None:
    if not settings.MAIL_KEEPS_TEXT:
        log.warning("EMAIL_URL is not set: mail waits in the ledger until it is.")


def post(mail: Mail) -> bool:
    """Hand one mail to the real transport; whether it was taken. A failure is kept on the row."""
    connection = get_connection(settings.MAIL_TRANSPORT)
    message = EmailMultiAlternatives(
        mail.subject, mail.text, to=[mail.to], headers=mail.headers, connection=connection
    )
    if mail.html:
        message.attach_alternative(mail.html, "text/html")
    try:
        message.send()
    except Exception as error:
        mail.fail(error)
        return False
    mail.succeed()
    return True
