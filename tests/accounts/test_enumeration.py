"""Whether an address has an account is told to nobody, in words, in answers or in time."""

import re
from statistics import median
from time import process_time

import pytest
from django.core.cache import cache
from django.http import HttpResponse
from django.test import Client

from ledger.models import Mail
from profiles.models import Profile, User
from tests.accounts.conftest import PASSWORD, join, log_in
from tests.full import FULL

UNKNOWN = "nobody@example.org"
ROUNDS = 21 if FULL else 7
ENOUGH = 1.0
"""Seconds: a door that answers in a few milliseconds is asked more often, so that noise evens."""
DB = pytest.mark.django_db
IN_FULL = pytest.mark.django_db(transaction=True)


def code_login(visitor: Client, email: str) -> HttpResponse:
    return visitor.post("/accounts/login/code/", {"email": email})


def reset(visitor: Client, email: str) -> HttpResponse:
    return visitor.post("/accounts/password/reset/", {"email": email})


def joining(visitor: Client, email: str) -> HttpResponse:
    return join(visitor, email=email)


def wrong_password(visitor: Client, email: str) -> HttpResponse:
    return log_in(visitor, email, "not-the-password")


DOORS = pytest.mark.parametrize("door", [joining, wrong_password, code_login, reset])


def told(answer: HttpResponse, email: str) -> tuple[int, str, str]:
    """Everything that a stranger reads, but for the address itself and one-time tokens."""
    page = answer.content.decode().replace(email, "…")
    page = re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", page)
    return answer.status_code, answer.headers.get("Location", ""), page


@DB
@DOORS
def test_the_answer_and_the_page_after_it_are_the_same(door, known: User) -> None:
    seen = []
    for email in (known.email, UNKNOWN):
        visitor = Client()
        answer = door(visitor, email)
        after = [visitor.get(answer.headers["Location"])] if answer.status_code == 302 else []
        seen.append([told(each, email) for each in (answer, *after)])

    assert seen[0] == seen[1]


@DB
@pytest.mark.parametrize("door", [joining, code_login, reset])
def test_one_mail_goes_out_either_way(door, known: User) -> None:
    for count, email in enumerate((known.email, UNKNOWN), start=1):
        door(Client(), email)
        assert Mail.objects.count() == count
        assert Mail.objects.latest("pk").to == email


@DB
@DOORS
def test_wrong_codes_end_in_the_same_place(door, known: User) -> None:
    seen = []
    for email in (known.email, UNKNOWN):
        visitor = Client()
        answer = door(visitor, email)
        if answer.status_code != 302:
            continue
        page = answer.headers["Location"]
        tries = [visitor.post(page, {"code": "12345x"}) for _ in range(3)]
        seen.append([told(each, email) for each in tries])

    assert seen[:1] == seen[1:]


@DB
def test_joining_with_a_known_address_changes_nothing_and_tells_its_owner(known: User) -> None:
    joining(Client(), known.email)

    assert (User.objects.count(), Profile.objects.count()) == (1, 0)
    mail = Mail.objects.get()
    assert "has an account already" in mail.text
    assert "/accounts/password/reset/" in mail.text
    known.refresh_from_db()
    assert known.check_password(PASSWORD)


@DB
def test_what_the_owner_is_told_is_in_their_language(known: User) -> None:
    User.objects.update(language="ar")

    joining(Client(), known.email)

    mail = Mail.objects.get()
    assert "صلة" in mail.subject
    assert "/ar/accounts/password/reset/" in mail.text


def seconds(door, email: str) -> float:
    """Of this process: what others do on the machine meanwhile is no part of it."""
    cache.clear()
    visitor = Client()
    start = process_time()
    door(visitor, email)
    return process_time() - start


@IN_FULL
@pytest.mark.alone
@DOORS
def test_it_takes_as_long_either_way(door, known: User, settings) -> None:
    """Pairs of requests, one after the other, with real hashing and commits: their median gap."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.PBKDF2PasswordHasher"]
    User.objects.update(password="")
    known.set_password(PASSWORD)
    known.save()
    seconds(door, UNKNOWN)
    pairs: list[tuple[float, float]] = []
    while len(pairs) < ROUNDS or sum(map(sum, pairs)) < ENOUGH:
        unknown = f"{len(pairs)}{UNKNOWN}"
        pairs.append((seconds(door, known.email), seconds(door, unknown)))

    typical = median(of_known for of_known, _ in pairs)
    apart = median(of_known - of_unknown for of_known, of_unknown in pairs)
    assert abs(apart) < 0.15 * typical, (apart, typical)
