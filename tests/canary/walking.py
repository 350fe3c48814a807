"""A walk through the site as several readers, and what it found of what is withheld."""

import logging
from typing import Any

import pytest
from django.test import Client

from tests.canary.addresses import addresses
from tests.canary.planting import Planted
from tests.canary.roles import Clients
from tests.full import FULL

AT_THE_ADMIN = ("stranger", "company")
"""Roles that try every door of the administration in short; in full everyone does."""

Leak = tuple[str, str, str]
"""Who read it, at which address, and the field it stands in."""


def walk(
    clients: Clients, planted: Planted, caplog: pytest.LogCaptureFixture, *, named: str = ""
) -> list[Leak]:
    """Visit every address as everyone, or all of one route."""
    return [
        leak
        for place, (name, address) in enumerate(addresses(planted, named=named))
        for turn, (who, client) in enumerate(clients.items())
        if named or is_visited(who, name, place + turn)
        for leak in look(who, client, address, planted, caplog)
    ]


def is_visited(who: str, name: str, turn: int) -> bool:
    """In short a role visits some addresses, another role the others; a stranger visits all."""
    if FULL or (who == "stranger" and not name.startswith("admin:")):
        return True
    if name.startswith("admin:"):
        return who in AT_THE_ADMIN and turn % 3 == 0
    return turn % 4 == 0


def look(
    who: str,
    client: Client,
    address: str,
    planted: Planted,
    caplog: pytest.LogCaptureFixture,
    method: str = "get",
) -> list[Leak]:
    """What the answer, its headers and the log say that this reader may not read."""
    with caplog.at_level(logging.DEBUG):
        caplog.clear()
        answer: Any = getattr(client, method)(address)
        read = b"".join(answer).decode(errors="replace") + str(answer.headers) + caplog.text
    assert answer.status_code < 500, address
    return [
        (who, address, secret.where)
        for value, secret in planted.withheld.items()
        if value in read and who not in secret.readers
    ]


def some(clients: Clients, *roles: str) -> Clients:
    return {who: clients[who] for who in roles}


def fields(leaks: list[Leak]) -> set[str]:
    return {where for _, _, where in leaks}


def finders(leaks: list[Leak], field: str) -> set[str]:
    """Who found this one."""
    return {who for who, _, where in leaks if where == field}
