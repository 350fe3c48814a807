"""Staff read which consents there are: by keys and aliases, without a name or a button."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from profiles.actions import consents
from profiles.models import Consent
from profiles.steps import Step
from tests import make

pytestmark = pytest.mark.django_db
LIST = "/admin/profiles/consent/"
UNSAID = ("Canary Giver", "Canary Reader", "giver@example.org")


@pytest.fixture
def consent() -> Consent:
    return consents.give(
        owner=make.a_graduate(legal_name=UNSAID[0], external_id="giver-1"),
        to=make.an_international_company(legal_name=UNSAID[1], is_named=True),
        step=Step.CONTACT,
        purpose="hiring",
        until=timezone.localdate() + timedelta(days=30),
        by_id=make.an_account(email=UNSAID[2]).pk,
    )


def page_of(consent: Consent) -> str:
    return reverse("admin:profiles_consent_change", args=[consent.pk])


def test_a_list_has_the_keys_of_both_and_a_page_their_aliases(
    desk: Client, consent: Consent
) -> None:
    for address in (LIST, f"{LIST}?q=giver-1"):
        page = desk.get(address).content.decode()
        assert f">{consent.owner_id}<" in page
        assert f">{consent.to_id}<" in page
        assert not [each for each in UNSAID if each in page]
    page = desk.get(page_of(consent)).content.decode()
    assert consent.owner.alias_code in page
    assert consent.to.alias_code in page
    assert not [each for each in UNSAID if each in page]


def test_nobody_gives_changes_or_deletes_one_there(desk: Client, consent: Consent) -> None:
    assert desk.get(f"{LIST}add/").status_code == 403
    assert desk.post(f"{LIST}{consent.pk}/delete/", {"post": "yes"}).status_code == 403
    assert desk.post(page_of(consent), {"step": 1}).status_code == 403
    consent.refresh_from_db()
    assert (consent.step, consent.revoked_at) == (Step.CONTACT, None)
