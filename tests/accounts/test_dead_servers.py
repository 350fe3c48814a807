"""With nobody at REDIS_URL and a dead mail server people join as ever; the code follows later."""

import json
import subprocess
import sys

import pytest

from ledger.models import Mail
from ledger.tasks import sweep_mail
from profiles.models import Profile
from silah.embedded.state import CHECKOUT
from tests.accounts.conftest import EMAIL, PASSWORD, code_in
from tests.ledger.test_mail import closed_port, served_at
from tests.smtp import mail_server
from tests.workers import environment_of_tests

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.alone]

ENOUGH = 3.0
VISIT = """
import json, sys, time
import django
django.setup()
from django.test import Client

client = Client(raise_request_exception=False, SERVER_NAME="localhost")
client.get("/accounts/login/")  # loads the code
start = time.monotonic()
answer = client.post("/accounts/signup/?role=mentor", json.load(sys.stdin))
seconds = time.monotonic() - start
json.dump([answer.status_code, answer.headers.get("Location"), seconds], sys.stdout)
"""


def test_joining_waits_for_no_server(tmp_path):
    port = closed_port()
    process = subprocess.run(
        [sys.executable, "-c", VISIT],
        input=json.dumps({"role": "mentor", "email": EMAIL, "password1": PASSWORD}),
        env=environment_of_tests(
            REDIS_URL=f"unix://{tmp_path}/nobody.sock", EMAIL_URL=f"smtp://127.0.0.1:{port}"
        ),
        cwd=CHECKOUT,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert process.returncode == 0, process.stderr
    status, location, seconds = json.loads(process.stdout)

    assert (status, location) == (302, "/accounts/confirm-email/")
    assert seconds < ENOUGH
    assert Profile.objects.get().kind == "mentor"
    mail = Mail.objects.get()
    assert mail.state == "pending"
    assert code_in(mail)

    with served_at(port):
        assert sweep_mail() == 0
    Mail.objects.update(due_at=mail.created_at)
    with mail_server() as (living, taken), served_at(living):
        assert sweep_mail() == 1
    assert code_in(mail) in taken[0]
