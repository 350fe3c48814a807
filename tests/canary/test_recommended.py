"""Whoever holds the link of a recommendation reads its sentence, and of the two parties no word."""

import json

import pytest
from django.test import Client

from ledger import notices, tasks
from ledger.models import Event, Mail, Outbox
from matching.engagements.models import Referral
from matching.engagements.referrals import actions
from profiles import disclosure
from profiles.models import Identity, Profile
from profiles.steps import Step
from tests import make
from tests.canary.planting import names, text_fields
from tests.reading import logged_in

pytestmark = pytest.mark.django_db
SENTENCE = "canarysentence of a client"
PARTIES = {"client": make.an_international_company, "firm": make.a_local_firm}


def planted(whose: str, **facts) -> Profile:
    """Every text of the profile and of its identity names whose it is and its field."""
    profile = PARTIES[whose](**facts)
    for model, key in ((Identity, "profile"), (Profile, "pk")):
        told = [name for name in names(text_fields(model)) if name != "external_id"]
        values = {name: f"canary{whose}{name}x" for name in told}
        model.objects.filter(**{key: profile.pk}).update(**values)
    return Profile.objects.get(pk=profile.pk)


def recommended(*, named: bool = False, **said) -> Referral:
    row = make.a_contract(planted("client", is_named=named), planted("firm", is_named=named))
    make.a_message(row.introduction, row.owner, "canarymessage between the two")
    return make.a_referral(row, sentence=SENTENCE, **said)


def readers() -> dict[str, Client]:
    return {
        "stranger": Client(),
        "account": logged_in(make.an_account()),
        "graduate": logged_in(make.acts_for(make.a_graduate())),
        "local firm": logged_in(make.acts_for(make.a_local_firm())),
        "company": logged_in(make.acts_for(make.a_tender().owner)),
        "unverified": logged_in(make.acts_for(make.an_international_company(verified=False))),
        "staff": logged_in(make.staff()),
    }


def found(row: Referral) -> dict[str, set[str]]:
    """By reader, which canaries stand behind the link, in either language."""
    read = {
        who: "".join(
            client.get(f"{language}/recommended/{row.public_id}/").content.decode()
            for language in ("", "/ar")
        )
        for who, client in readers().items()
    }
    return {who: {value for value in canaries() if value in page} for who, page in read.items()}


def canaries() -> set[str]:
    told = names([*text_fields(Identity), *text_fields(Profile)])
    values = {f"canary{whose}{name}x" for whose in PARTIES for name in told}
    return values | {"canarysentence", "canarymessage"}


def test_of_two_who_are_unnamed_everybody_reads_the_sentence_alone():
    row = recommended(names_client=True)
    assert set(map(frozenset, found(row).values())) == {frozenset({"canarysentence"})}


def test_of_a_client_that_does_not_name_itself_nobody_reads_the_name():
    row = recommended(named=True)
    assert set(map(frozenset, found(row).values())) == {
        frozenset({"canarysentence", "canaryfirmlegal_namex"})
    }


def test_of_a_client_that_names_itself_everybody_reads_the_name_and_no_more():
    row = recommended(named=True, names_client=True)
    assert set(map(frozenset, found(row).values())) == {
        frozenset({"canarysentence", "canaryfirmlegal_namex", "canaryclientlegal_namex"})
    }


@pytest.mark.parametrize("ends", ["stopped", "vanished", "paused"])
def test_once_it_is_not_open_nobody_reads_anything(ends):
    row = recommended(named=True, names_client=True)
    client, firm = row.engagement.owner, row.engagement.candidate
    if ends == "stopped":
        actions.stop(referral=row, by=firm, by_id=None)
    else:
        status = {"vanished": "hidden", "paused": "paused"}[ends]
        Profile.objects.filter(pk=client.pk).update(status=status)
    assert set(map(frozenset, found(row).values())) == {frozenset()}


def test_its_sentence_is_in_no_notification_no_mail_and_no_event():
    row = make.a_contract(planted("client", is_named=False), planted("firm"))
    users = [make.acts_for(row.owner), make.acts_for(row.candidate)]
    referral = make.a_referral(row, sentence=SENTENCE)
    actions.stop(referral=referral, by=row.owner, by_id=users[0].pk)
    for owed in Outbox.objects.filter(handler=notices.TELL):
        tasks.deliver(owed.pk)
    said = [f"{mail.subject} {mail.text} {mail.html}" for mail in Mail.objects.all()]
    said += [json.dumps(event.codes) + event.verb for event in Event.objects.all()]
    said += [logged_in(user).get("/notifications/").content.decode() for user in users]
    told = "".join(said)
    assert "referral.made" in told
    assert {value for value in canaries() if value in told} == set()


def test_in_the_administrations_list_it_is_not_read():
    recommended()
    chief = logged_in(make.staff(is_superuser=True))
    page = chief.get("/admin/engagements/referral/").content.decode()
    assert "1 recommendation" in page
    assert {value for value in canaries() if value in page} == set()


# With the gate open the same walk finds the names: one that would not notice proves nothing.


def test_with_every_profile_open_to_all_the_walk_finds_both_names(monkeypatch):
    row = recommended(names_client=True)
    monkeypatch.setattr(disclosure, "step_for", lambda profile, viewer: Step.CONTACT)
    names_of_both = {"canaryfirmlegal_namex", "canaryclientlegal_namex"}
    assert all(names_of_both <= read for read in found(row).values())
