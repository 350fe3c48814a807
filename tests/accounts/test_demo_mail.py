"""What a demo wrote is read on a page; anywhere else there is no such page."""

import pytest
from django.test import Client

from ledger.models import Mail
from silah import env
from tests.accounts.conftest import join, last_code

pytestmark = pytest.mark.django_db


@pytest.fixture
def _in_a_demo(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(env, "DEMO", True)


def test_outside_a_demo_there_is_no_such_page(visitor: Client) -> None:
    join(visitor)
    mail = Mail.objects.get()

    for page in ("/demo/mail/", f"/demo/mail/{mail.pk}/", "/ar/demo/mail/"):
        assert visitor.get(page).status_code == 404
    assert "/demo/mail/" not in visitor.get("/accounts/confirm-email/").content.decode()


@pytest.mark.usefixtures("_in_a_demo")
def test_the_newest_stands_first_and_opens(visitor: Client) -> None:
    join(visitor)
    join(Client(), email="second@example.org")

    page = visitor.get("/demo/mail/").content.decode()
    assert page.index("second@example.org") < page.index("amal@example.org")
    letter = visitor.get(f"/demo/mail/{Mail.objects.latest('pk').pk}/").content.decode()
    assert last_code() in letter


@pytest.mark.usefixtures("_in_a_demo")
@pytest.mark.parametrize("path", ["/demo/mail/", "/ar/demo/mail/"])
def test_an_empty_box_says_what_fills_it(visitor: Client, path: str) -> None:
    page = visitor.get(path).content.decode()

    assert 'class="empty' in page


@pytest.mark.usefixtures("_in_a_demo")
def test_links_in_a_letter_can_be_followed(visitor: Client) -> None:
    visitor.post("/accounts/login/code/", {"email": "nobody@example.org"})

    letter = visitor.get(f"/demo/mail/{Mail.objects.get().pk}/").content.decode()

    assert '<a href="http://testserver/accounts/signup/"' in letter
