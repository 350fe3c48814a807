"""What a Card holds for whom: capability and region before a name, contact for the owner only."""

from dataclasses import asdict
from datetime import UTC, datetime

import pytest
from django.utils.translation import override

from profiles.badges import SENTENCES, checked_words
from profiles.disclosure import disclose
from profiles.models import Verification
from profiles.steps import Step
from profiles.viewer import ANONYMOUS
from tests import make

pytestmark = pytest.mark.django_db

SECRETS = {
    "legal_name": "Canary Name",
    "email": "canary@example.org",
    "phone": "+970 59 000 0000",
    "address": "Canary Street 7",
}


def said(card):
    return {name for name, secret in SECRETS.items() if secret in str(asdict(card))}


@pytest.fixture
def graduate():
    return make.a_graduate(**SECRETS)


@pytest.fixture
def firm_viewer():
    return make.viewing_as(make.an_international_company())


def test_a_verified_firm_reads_capability_and_region_of_a_graduate(graduate, firm_viewer):
    card = disclose(graduate, firm_viewer)
    assert card.step == Step.REGION
    assert said(card) == set()
    assert card.governorate == "Nablus"
    assert {skill.slug for skill in card.skills} == {"python", "django", "postgresql", "git"}
    assert card.title == f"Graduate {graduate.alias_code}"


def test_the_owner_reads_everything(graduate):
    card = disclose(graduate, make.viewing_as(graduate))
    assert said(card) == set(SECRETS)
    assert card.title == "Canary Name"
    assert card.is_own


def test_staff_read_everything(graduate, staff):
    assert said(disclose(graduate, staff)) == set(SECRETS)


def test_whoever_chose_to_be_named_gives_the_name_and_no_contact():
    firm = make.a_local_firm(is_named=True, website="https://firm.example.org/", **SECRETS)
    card = disclose(firm, ANONYMOUS)
    assert said(card) == {"legal_name"}
    assert card.website == "https://firm.example.org/"


def test_an_unnamed_firm_stands_under_an_alias_that_says_nothing(firm_viewer):
    firm = make.a_local_firm(is_named=False, website="https://firm.example.org/", **SECRETS)
    card = disclose(firm, firm_viewer)
    assert said(card) == set()
    assert "firm.example.org" not in str(asdict(card))
    assert card.title == f"Firm {firm.alias_code}"


def test_a_card_shows_no_key_and_no_external_id(graduate, firm_viewer):
    graduate.external_id = "canary-external"
    card = disclose(graduate, firm_viewer)
    assert "canary-external" not in str(asdict(card))
    assert graduate.pk not in asdict(card).values()


def test_names_are_in_no_str(graduate):
    assert "Canary" not in f"{graduate} {graduate.identity} {graduate.graduate}"


def test_a_profile_without_an_identity_still_has_a_card(graduate, firm_viewer):
    graduate.identity.delete()
    graduate.refresh_from_db()
    assert disclose(graduate, firm_viewer).title == f"Graduate {graduate.alias_code}"


def test_whoever_may_not_list_a_profile_reads_an_alias_that_describes_nobody(graduate):
    card = disclose(graduate, ANONYMOUS)
    assert (card.step, card.is_alias, said(card)) == (Step.ALIAS, True, set())
    assert (card.headline, card.about, card.skills, card.details) == ("", "", (), ())
    assert card.title == f"Graduate {graduate.alias_code}"


@pytest.mark.parametrize("status", ["paused", "hidden"])
def test_whoever_is_not_there_is_an_alias_even_where_named(status, firm_viewer):
    mentor = make.a_mentor(is_named=True, status=status, **SECRETS)
    card = disclose(mentor, firm_viewer)
    assert said(card) == set()
    assert (card.region, card.badge, card.headline) == ("", "", "")


def test_a_badge_says_what_was_checked_and_when(firm_viewer):
    at = datetime(2026, 5, 3, 10, tzinfo=UTC)
    firm = make.a_local_firm(verified_how="register", verified_at=at)
    assert disclose(firm, firm_viewer).badge == "Company register checked on 3 May 2026"


@pytest.mark.parametrize("what", Verification.What.values)
@pytest.mark.parametrize("language", ["en", "ar"])
def test_every_check_has_its_sentence_in_both_languages(what, language):
    at = datetime(2026, 5, 3, 10, tzinfo=UTC)
    with override(language):
        words = checked_words(what, at)
    assert "2026" in words
    assert "Profile" not in words
    assert what in SENTENCES
