"""Starts the identity provider in a process of its own, and goes through its door as a person."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import requests

from silah.embedded.state import CHECKOUT

CLIENT, SECRET, PASSWORD = "silah", "kept-between-us", "password-of-the-other-site"
CALLBACK = "http://testserver/accounts/oidc/oidc/login/callback/"


@contextmanager
def running_provider(folder: Path, *people: str) -> Iterator[str]:
    """Its address; people are NAME:ADDRESS, or NAME:ADDRESS:verified."""
    environment = os.environ | {
        "DJANGO_SETTINGS_MODULE": "tests.idp.settings",
        "IDP_DATABASE": str(folder / "idp.sqlite3"),
        "PYTHONPATH": os.pathsep.join([str(CHECKOUT / "platform"), str(CHECKOUT)]),
    }
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.idp", CALLBACK, *people],
        env=environment,
        cwd=CHECKOUT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        assert process.stdout is not None
        port = process.stdout.readline().strip()
        assert port, "the identity provider did not start"
        yield f"http://127.0.0.1:{port}"
    finally:
        process.communicate(timeout=20)


def providers(address: str) -> dict[str, Any]:
    """SOCIALACCOUNT_PROVIDERS, as silah.settings.social makes it from OIDC_*."""
    app = {
        "provider_id": "oidc",
        "name": "The other site",
        "client_id": CLIENT,
        "secret": SECRET,
        "settings": {"server_url": address},
    }
    return {"openid_connect": {"APPS": [app]}}


def log_in_there(authorize_url: str, name: str) -> str:
    """Follow our redirect, log in on the other site; the path on which it sends us back."""
    session = requests.Session()
    page = session.get(authorize_url, timeout=10)
    token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', page.text)
    assert token, page.text
    typed = {"login": name, "password": PASSWORD, "csrfmiddlewaretoken": token.group(1)}
    answer = session.post(page.url, typed, timeout=10, allow_redirects=False)
    while not answer.headers["Location"].startswith(CALLBACK):
        there = requests.compat.urljoin(answer.url, answer.headers["Location"])
        answer = session.get(there, timeout=10, allow_redirects=False)
    return answer.headers["Location"].removeprefix("http://testserver")
