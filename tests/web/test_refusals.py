"""Whoever reloads an address that only takes a form reads what to do, in their language."""

import pytest

from tests import make

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("address", "word"), [("/saved/items/", "once more"), ("/ar/saved/items/", "مرة أخرى")]
)
def test_an_address_for_forms_opened_by_hand_is_told_in_words(client, address, word):
    client.force_login(make.an_account())
    page = client.get(address)
    assert page.status_code == 405
    assert page.headers["Allow"] == "POST"
    assert word in page.content.decode()


def test_the_api_keeps_its_own_answer(client):
    answer = client.delete("/api/v1/openings/")
    assert answer.status_code == 405
    assert answer.headers["Content-Type"] == "application/problem+json"
