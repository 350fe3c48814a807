"""Which other doors there are, the environment says; a browser is told where they lead."""

import json
import subprocess
import sys

import pytest

from silah.embedded.state import CHECKOUT
from tests.workers import environment_of_tests

pytestmark = pytest.mark.django_db

TELL = """
import json
from silah import settings
doors = settings.SOCIALACCOUNT_PROVIDERS["openid_connect"]["APPS"]
policy = settings.CONTENT_SECURITY_POLICY["DIRECTIVES"]["form-action"]
print(json.dumps([[door["name"] for door in doors], policy]))
"""


def doors_with(**variables: str) -> tuple[list[str], list[str]]:
    said = subprocess.run(
        [sys.executable, "-c", TELL],
        env=environment_of_tests(**variables),
        cwd=CHECKOUT,
        capture_output=True,
        text=True,
        check=True,
    )
    names, policy = json.loads(said.stdout)
    return names, policy


def test_without_keys_there_is_none_and_forms_lead_nowhere_else() -> None:
    assert doors_with() == ([], ["'self'"])


def test_each_key_opens_its_door() -> None:
    names, policy = doors_with(
        GOOGLE_CLIENT_ID="g",
        LINKEDIN_CLIENT_ID="l",
        OIDC_CLIENT_ID="o",
        OIDC_NAME="Birzeit",
        OIDC_SERVER_URL="https://login.example.edu/realms/all",
    )

    assert names == ["Google", "LinkedIn", "Birzeit"]
    assert policy == [
        "'self'",
        "https://accounts.google.com",
        "https://www.linkedin.com",
        "https://login.example.edu",
    ]


def test_a_server_without_a_key_is_no_door() -> None:
    assert doors_with(OIDC_SERVER_URL="https://login.example.edu") == ([], ["'self'"])
