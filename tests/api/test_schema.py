"""The description of the API is complete, without a warning, and the committed file is fresh."""

from pathlib import Path

import pytest
from django.core.management import call_command
from django.test import Client
from django.urls import URLResolver, get_resolver

ROOT = Path(__file__).resolve().parents[2]
COMMITTED = ROOT / "docs" / "openapi.yaml"


@pytest.fixture
def described(tmp_path: Path) -> str:
    file = tmp_path / "openapi.yaml"
    call_command("spectacular", file=str(file), fail_on_warn=True, validate=True)
    return file.read_text(encoding="utf-8")


def test_the_committed_description_is_fresh(described: str) -> None:
    written = COMMITTED.read_text(encoding="utf-8")

    assert written == described, "Run: manage.py spectacular --file docs/openapi.yaml"


def test_every_address_is_described(described: str) -> None:
    api = next(
        found
        for found in get_resolver().url_patterns
        if isinstance(found, URLResolver) and str(found.pattern) == "api/"
    )
    v1 = next(found for found in api.url_patterns if str(found.pattern) == "v1/")
    addresses = [str(route.pattern) for route in v1.url_patterns]

    missing = [
        address
        for address in addresses
        if f"/api/v1/{address.replace('<uuid:', '{').replace('>', '}')}:" not in described
    ]
    assert (missing, len(addresses)) == ([], 3)


def test_errors_are_described_as_problems(described: str) -> None:
    assert described.startswith("openapi: 3.1.0")
    assert described.count("application/problem+json") == 8
    assert "ErrorResponse" not in described


@pytest.mark.django_db
def test_the_description_is_served(client: Client) -> None:
    answer = client.get("/api/schema/")

    assert answer.status_code == 200
    assert b"/api/v1/matches/" in answer.content
