"""Who is told of a recommendation, and by which names."""

import pytest

from ledger.models import Notification
from matching.engagements.referrals import actions
from profiles.models import Profile
from tests import make
from tests.matching.introductions.telling import told

pytestmark = pytest.mark.django_db


def recommended(**said):
    row = make.a_contract()
    client, firm = make.acts_for(row.owner), make.acts_for(row.candidate)
    return make.a_referral(row, **said), client, firm


def test_the_firm_is_told_and_led_to_where_it_may_stop_it():
    row, client, firm = recommended(sentence="canarysentence")
    line = told(firm)["referral.made"]
    assert line.url == f"/engagements/{row.engagement.public_id}/recommend/"
    assert "stop it if you like" in line.more
    assert "canarysentence" not in f"{line.text} {line.more}"
    assert "referral.made" not in told(client)


def test_readers_of_the_firm_and_outsiders_are_told_nothing():
    row = make.a_contract()
    reader = make.acts_for(row.candidate, role="reader")
    outsider = make.acts_for(make.a_local_firm())
    make.a_referral(row)
    for user in (reader, outsider):
        assert "referral.made" not in told(user)
        assert not Notification.objects.of(user.pk).filter(kind="referral.made").exists()


@pytest.mark.parametrize("party", ["owner", "candidate"])
def test_whoever_did_not_stop_it_is_told(party):
    row, client, firm = recommended()
    by = getattr(row.engagement, party)
    actions.stop(referral=row, by=by, by_id=None)
    did, other = (client, firm) if party == "owner" else (firm, client)
    assert "stopped a recommendation" in told(other)["referral.stopped"].text
    assert "referral.stopped" not in told(did)
    assert told(firm)["referral.made"].more == "It is not open any more."


def test_of_somebody_who_vanished_or_is_never_met_there_is_no_line():
    row, _client, firm = recommended()
    assert "referral.made" in told(firm)
    Profile.objects.filter(pk=row.engagement.owner_id).update(status="hidden")
    assert "referral.made" not in told(firm)
    Profile.objects.filter(pk=row.engagement.owner_id).update(status="active")
    make.excludes(row.engagement.owner, row.engagement.candidate)
    assert "referral.made" not in told(firm)


def test_a_firm_that_excludes_its_own_sector_is_still_told():
    row, _client, firm = recommended()
    Profile.objects.filter(pk=row.engagement.candidate_id).update(
        sectors=["software"], excluded_sectors=["software"]
    )
    assert "referral.made" in told(firm)


def test_the_firm_reads_the_client_by_no_more_than_it_may():
    client = make.an_international_company(legal_name="Clientname AG", is_named=False)
    row = make.a_contract(client)
    firm = make.acts_for(row.candidate)
    Profile.objects.filter(pk=client.pk).update(is_named=False)
    make.a_referral(row)
    assert "Clientname" not in told(firm)["referral.made"].text
