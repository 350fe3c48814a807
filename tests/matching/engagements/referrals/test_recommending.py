"""Who may recommend whom and how often, what ends it, and what is kept of who followed it."""

from datetime import timedelta
from functools import partial
from uuid import uuid4

import pytest
from django.utils import timezone

from ledger.models import Event
from matching.engagements.models import Engagement, Referral
from matching.engagements.referrals import actions
from matching.engagements.referrals.actions import LASTS, Recommending
from matching.engagements.referrals.moves import MOVES
from matching.engagements.referrals.standing import LASTED, MOST
from matching.engagements.tasks import sweep_referrals
from matching.moves import IllegalMoveError, RefusedError
from tests import make
from tests.matching.racing import at_once

SENTENCE = "They deliver what they say."


def recommends(row, by=None, public_id=None):
    said = Recommending(public_id or uuid4(), SENTENCE)
    return actions.recommend(engagement=row, by=by or row.owner, said=said, by_id=None)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("columns", "is_made"),
    [
        ({"began_on": timezone.localdate() - LASTED}, True),
        ({"began_on": timezone.localdate() - LASTED + timedelta(days=1)}, False),
        ({"state": "completed", "began_on": timezone.localdate()}, True),
        ({"state": "ended", "because": "money"}, False),
        ({"state": "stated", "began_on": None}, False),
        ({"state": "dropped"}, False),
        ({"pairing": "hiring"}, False),
    ],
)
def test_a_contract_that_has_lasted_or_is_completed_is_recommended(columns, is_made):
    row = make.a_contract()
    Engagement.objects.filter(pk=row.pk).update(**columns)
    if is_made:
        assert recommends(row).until == timezone.localdate() + LASTS
    else:
        with pytest.raises(RefusedError, match="has run for 30 days"):
            recommends(row)
    assert Referral.objects.count() == Event.objects.filter(verb="referral.made").count() == is_made


@pytest.mark.django_db
@pytest.mark.parametrize("party", ["owner", "candidate"])
@pytest.mark.parametrize("columns", [{"status": "paused"}, {"status": "hidden"},
                                     {"verified_at": None}])  # fmt: skip
def test_not_where_client_or_firm_is_not_there(party, columns):
    row = make.a_contract()
    profile = getattr(row, party)
    for name, value in columns.items():
        setattr(profile, name, value)
    profile.save()
    with pytest.raises(RefusedError, match="not to be met here"):
        recommends(row)


@pytest.mark.django_db
def test_only_the_client_recommends():
    row = make.a_contract()
    for by in (row.candidate, make.an_international_company()):
        with pytest.raises(Engagement.DoesNotExist):
            recommends(row, by)
    assert not Referral.objects.exists()


@pytest.mark.django_db
def test_sent_twice_it_is_made_once():
    row, public_id = make.a_contract(), uuid4()
    assert recommends(row, public_id=public_id) == recommends(row, public_id=public_id)
    assert Event.objects.filter(verb="referral.made").count() == 1


@pytest.mark.django_db
def test_under_the_name_of_another_one_nothing_is_made():
    other = make.a_referral()
    with pytest.raises(RefusedError, match="This page is out of date"):
        recommends(make.a_contract(), public_id=other.public_id)
    assert Referral.objects.get() == other


@pytest.mark.django_db
def test_the_sentence_keeps_the_language_that_it_is_written_in():
    row = make.a_contract()
    row.owner.language = "en"
    row.owner.save()
    assert make.a_referral(row).language == "en"
    assert make.a_referral(row, sentence="فريق يفي بما يعد به.").language == "ar"


@pytest.mark.django_db
def test_five_of_a_client_are_open_at_once_over_all_contracts():
    client = make.an_international_company()
    first, second = make.a_contract(client), make.a_contract(client)
    rows = [recommends(first) for _ in range(MOST)]
    with pytest.raises(RefusedError, match="5 recommendations of yours are open"):
        recommends(second)
    actions.stop(referral=rows[0], by=client, by_id=None)
    Referral.objects.filter(pk=rows[1].pk).update(until=timezone.localdate() - timedelta(days=1))
    assert recommends(second)
    assert recommends(second)
    with pytest.raises(RefusedError):
        recommends(second)


def test_five_are_open_however_many_are_made_at_once(transactional_db):
    row = make.a_contract()
    assert at_once([partial(recommends, row)] * 2 * MOST) == {"done": MOST, "refused": MOST}
    assert Referral.objects.live().count() == MOST


@pytest.mark.django_db
@pytest.mark.parametrize("state", Referral.State.values)
@pytest.mark.parametrize("who", ["client", "firm", "stranger"])
def test_client_and_firm_stop_it_while_it_is_open_and_nobody_else(state, who):
    row = make.a_referral(state=state)
    by = {"client": row.engagement.owner, "firm": row.engagement.candidate,
          "stranger": make.a_local_firm()}[who]  # fmt: skip
    if who == "stranger":
        with pytest.raises(Referral.DoesNotExist):
            actions.stop(referral=row, by=by, by_id=None)
    elif state != "live":
        label = Referral.State(state).label
        with pytest.raises(IllegalMoveError, match=f"“{label}” now. Nothing was changed"):
            actions.stop(referral=row, by=by, by_id=None)
    else:
        state = actions.stop(referral=row, by=by, by_id=None).state
        assert state == "stopped"
    row.refresh_from_db()
    assert row.state == state


def test_the_table_has_every_end_and_nothing_leads_back():
    assert {legal.end for legal in MOVES.values()} == set(Referral.State.values) - {"live"}
    assert {start for legal in MOVES.values() for start in legal.starts} == {"live"}


@pytest.mark.django_db
def test_past_its_last_day_it_runs_out_once():
    row = make.a_referral()
    assert sweep_referrals() == 0
    Referral.objects.update(until=timezone.localdate() - timedelta(days=1))
    assert not Referral.objects.live().exists()
    assert (sweep_referrals(), sweep_referrals()) == (1, 0)
    row.refresh_from_db()
    assert row.state == "expired"
    assert Event.objects.filter(verb="referral.expired").count() == 1


@pytest.mark.django_db
def test_the_first_who_asked_through_it_is_kept_and_it_stays_open():
    row = make.a_referral()
    team = row.engagement.introduction.candidacy
    first, second = (make.an_introduction(make.a_tender(), team) for _ in range(2))
    assert actions.follow(referral=row, introduction=first, by_id=None)
    assert not actions.follow(referral=row, introduction=second, by_id=None)
    row.refresh_from_db()
    assert (row.introduction, row.state) == (first, "live")
    assert Event.objects.filter(verb="referral.followed").count() == 1


@pytest.mark.django_db
def test_no_event_holds_the_sentence():
    row = make.a_referral(sentence="canarysentence")
    actions.stop(referral=row, by=row.engagement.owner, by_id=None)
    told = Event.objects.filter(verb__startswith="referral.")
    assert told.count() == 2
    assert "canarysentence" not in str(list(told.values()))
