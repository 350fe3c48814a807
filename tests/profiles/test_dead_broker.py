"""With nobody at REDIS_URL people log in and save as ever; matches follow when it is back."""

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from ledger.models import Outbox
from ledger.tasks import sweep_outbox
from matching.models import TopMatches
from profiles.models import Profile, User
from silah.embedded.state import CHECKOUT
from tests import make
from tests.workers import environment_of_tests

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.alone]

PASSWORD = "a-password-of-its-own"
ENOUGH = 2.0
"""Seconds; one sleep of the broker's client before a second try would already be as long."""
VISIT = """
import json, sys, time
import django
django.setup()
from django.test import Client

def visit(path, sent):
    start = time.monotonic()
    answer = client.post(path, sent, SERVER_NAME="localhost")
    seconds = time.monotonic() - start
    location = answer.headers.get("Location", "")
    return [answer.status_code, location, seconds, answer.content.decode()]

email, password, sent = json.load(sys.stdin)
client = Client(raise_request_exception=False)
client.get("/accounts/login/", SERVER_NAME="localhost")  # loads the code
wrong = visit("/accounts/login/", {"login": email, "password": "not it"})
right = visit("/accounts/login/", {"login": email, "password": password})
saved = visit("/profile/skills/", sent)
page = client.get("/profile/skills/", SERVER_NAME="localhost").content.decode()
json.dump({"wrong": wrong, "right": right, "saved": saved, "page": page}, sys.stdout)
"""


@dataclass(frozen=True, slots=True)
class Answer:
    status: int
    location: str
    seconds: float
    body: str


@dataclass(frozen=True, slots=True)
class Visit:
    """What somebody met who mistyped the password, logged in and saved; `page` came after it."""

    wrong: Answer
    right: Answer
    saved: Answer
    page: str


@pytest.fixture
def graduate() -> Profile:
    graduate = make.a_graduate(skills={"git": 2})
    make.looks_for_a_job(graduate)
    return graduate


@pytest.fixture
def visit(graduate: Profile, settings: Any, tmp_path: Path) -> Visit:
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.PBKDF2PasswordHasher"]
    account = make.acts_for(graduate)
    account.set_password(PASSWORD)
    account.save()
    levels = {"skills-of-git": "3", "skills-of-python": "4"}
    return _visit(account, {"skills-pick": ["git", "python"], **levels}, tmp_path)


def _visit(account: User, sent: dict[str, Any], folder: Path) -> Visit:
    """Log in and save by the real views, in a process whose REDIS_URL leads nowhere."""
    process = subprocess.run(
        [sys.executable, "-c", VISIT],
        input=json.dumps([account.email, PASSWORD, sent]),
        env=environment_of_tests(REDIS_URL=f"unix://{folder}/nobody.sock"),
        cwd=CHECKOUT,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert process.returncode == 0, process.stderr
    met = json.loads(process.stdout)
    answers = {name: Answer(*met[name]) for name in ("wrong", "right", "saved")}
    return Visit(**answers, page=met["page"])


def own_page(profile: Profile) -> str:
    return f"/profile/skills/?profile={profile.public_id}"


def owed() -> list[str]:
    return list(Outbox.objects.values_list("state", flat=True))


def held(profile: Profile) -> dict[str, int]:
    return dict(profile.held_skills.values_list("skill__slug", "level"))


def test_dead_broker_keeps_nobody_out_and_loses_nothing(visit: Visit, graduate: Profile) -> None:
    assert visit.wrong.status == 422
    assert "do not belong together" in visit.wrong.body
    assert (visit.right.status, visit.right.location) == (302, "/dashboard/")
    assert (visit.saved.status, visit.saved.location) == (302, own_page(graduate))
    assert max(visit.wrong.seconds, visit.right.seconds, visit.saved.seconds) < ENOUGH
    assert "Saved. Your matches are being refreshed." in visit.page
    assert "Traceback" not in visit.page
    assert held(graduate) == {"git": 3, "python": 4}
    assert set(owed()) == {"pending"}
    assert not TopMatches.objects.exists()

    sweep_outbox()  # with the broker of the tests, which lives

    assert set(owed()) == {"done"}
    assert TopMatches.objects.filter(candidacy__profile=graduate).count() == 1
