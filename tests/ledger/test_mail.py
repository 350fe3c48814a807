"""Mail is a row first: it goes with the transaction, waits for its server, and is forgotten."""

import logging
import smtplib
import socket
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.core.mail import EmailMultiAlternatives, send_mail
from django.db import connections, transaction
from django.test.utils import override_settings

from ledger import posting, tasks
from ledger.models import Mail
from tests.smtp import mail_server

pytestmark = pytest.mark.django_db(transaction=True)

SMTP = "django.core.mail.backends.smtp.EmailBackend"


def write(*to: str) -> None:
    send_mail("Silah: hello", "What it says", None, list(to or ["a@example.org"]))


def served_at(port: int, **more):
    return override_settings(
        MAIL_TRANSPORT=SMTP, EMAIL_HOST="127.0.0.1", EMAIL_PORT=port, EMAIL_TIMEOUT=2, **more
    )


def closed_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


def test_each_recipient_has_a_row_of_their_own():
    write("a@example.org", "b@example.org")

    assert list(Mail.objects.values_list("to", "subject", "text", "state")) == [
        ("a@example.org", "Silah: hello", "What it says", "pending"),
        ("b@example.org", "Silah: hello", "What it says", "pending"),
    ]


def test_mail_of_a_rolled_back_transaction_was_never_written():
    with transaction.atomic():
        write()
        transaction.set_rollback(True)

    assert not Mail.objects.exists()


def test_a_worker_sends_it_and_forgets_what_it_said():
    write()
    with mail_server() as (port, taken), served_at(port):
        assert tasks.send_mail(Mail.objects.get().pk)

    mail = Mail.objects.get()
    assert (mail.state, mail.text, mail.to) == ("sent", "", "a@example.org")
    assert len(taken) == 1
    assert "What it says" in taken[0]
    assert "To: a@example.org" in taken[0]


def test_a_demo_keeps_what_it_said():
    write()
    with mail_server() as (port, _taken), served_at(port, MAIL_KEEPS_TEXT=True):
        tasks.send_mail(Mail.objects.get().pk)

    assert Mail.objects.get().text == "What it says"


def test_it_is_sent_once_however_often_it_is_asked_for():
    write()
    with mail_server() as (port, taken), served_at(port):
        for _ in range(3):
            tasks.send_mail(Mail.objects.get().pk)
        tasks.sweep_mail()

    assert len(taken) == 1


def test_html_and_headers_go_along():
    message = EmailMultiAlternatives("s", "plain", to=["a@example.org"], headers={"X-Why": "1"})
    message.attach_alternative("<p>rich</p>", "text/html")
    message.send()
    with mail_server() as (port, taken), served_at(port):
        tasks.sweep_mail()

    assert "X-Why: 1" in taken[0]
    assert taken[0].index("plain") < taken[0].index("<p>rich</p>")


def test_a_dead_server_delays_mail_and_it_goes_when_it_is_back():
    write("a@example.org", "b@example.org")
    with served_at(closed_port()):
        assert tasks.sweep_mail() == 0
    first, second = Mail.objects.order_by("pk")
    assert (first.state, first.attempts, first.error) == ("pending", 1, "ConnectionRefusedError")
    assert second.attempts == 0, "a dead server is asked once a sweep"

    Mail.objects.update(due_at=first.created_at)
    with mail_server() as (port, taken), served_at(port):
        assert tasks.sweep_mail() == 2
    assert len(taken) == 2


def test_a_mail_that_another_worker_holds_does_not_end_the_sweep():
    write("a@example.org", "b@example.org", "c@example.org")
    with mail_server() as (port, taken), served_at(port), ThreadPoolExecutor(1) as pool:
        with transaction.atomic():
            Mail.objects.select_for_update().get(to="a@example.org")
            assert pool.submit(_swept).result() == 2
        assert tasks.sweep_mail() == 1
    assert len(taken) == 3


def _swept() -> int:
    try:
        return tasks.sweep_mail()
    finally:
        connections.close_all()


def test_after_twelve_tries_it_has_failed():
    write()
    mail = Mail.objects.get()
    for _ in range(Mail.MOST_ATTEMPTS):
        mail.fail(smtplib.SMTPServerDisconnected())

    assert mail.state == "failed"
    assert not Mail.objects.pending().exists()


def test_without_a_transport_mail_waits_and_the_log_says_so_once(caplog):
    posting._say_that_mail_waits.cache_clear()
    write("a@example.org", "b@example.org")
    with caplog.at_level(logging.WARNING):
        tasks.sweep_mail()
        tasks.sweep_mail()

    assert set(Mail.objects.values_list("state", "attempts")) == {("pending", 0)}
    assert [record.message for record in caplog.records if "EMAIL_URL" in record.message] == [
        "EMAIL_URL is not set: mail waits in the ledger until it is."
    ]


def test_a_file_is_refused_with_a_sentence():
    message = EmailMultiAlternatives("s", "t", to=["a@example.org"])
    message.attach("cv.pdf", b"%PDF", "application/pdf")

    with pytest.raises(ValueError, match="link to what you would attach"):
        message.send()


def test_a_row_is_not_called_by_its_recipient():
    write()
    assert "example.org" not in str(Mail.objects.get())
