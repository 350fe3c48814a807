"""What `disclose` withholds appears in no page, answer, mail or log of whoever may not read it."""

import logging
import re

import pytest
from django.db.models import Q

from grants import rounds
from matching import runs
from matching.engagements.moves import MOVES
from matching.engagements.queries import EngagementQuerySet
from matching.engagements.reviews.queries import ReviewQuerySet
from matching.engagements.sessions.acts import ACTS as SESSION_ACTS
from matching.engagements.sessions.queries import SessionQuerySet
from matching.introductions.acts import ACTS
from matching.introductions.queries import IntroductionQuerySet
from matching.queries import exclusions as pairs
from matching.tenders.acts import ACTS as ANSWER_ACTS
from matching.tenders.models import Answer
from matching.tenders.queries import AnswerQuerySet
from profiles import disclosure, visibility
from profiles.steps import Step
from tests import make
from tests.canary.letters import letters
from tests.canary.planting import IDENTITY_FIELDS, KEPT_APART, STAFF, keep_apart, plant
from tests.canary.roles import everyone
from tests.canary.routes import every_route
from tests.full import FULL
from tests.reading import logged_in

pytestmark = pytest.mark.django_db
AT_THE_ADMIN = ("stranger", "company")
"""Roles that try every door of the administration in short; in full everyone does."""
BLIND = ("my-tenders", "tender-answers", "answer", "act-on-answer")
"""Pages on which a company reads answers to its tenders."""
NOT_POSTED_TO = {"vanish", "account_logout"}


@pytest.fixture
def planted():
    return plant()


@pytest.fixture
def clients(planted):
    found = everyone(planted)
    for pairing in ("hiring", "mentorship", "investing") if FULL else ("hiring",):
        runs.run(pairing)
    return found


def addresses(planted, *, named=""):
    """Every route with arguments. A new route that needs others fails here: say what it shows.

    Several sets of arguments in a list are several addresses.
    """
    profiles = [{"public_id": profile.public_id} for profile in planted.profiles]
    pairs = [
        {"public_id": planted.graduate.public_id, "to_id": profile.public_id}
        for profile in planted.profiles
    ]
    of_route = {
        "api-opening": {"public_id": planted.job.public_id},
        "opening": [{"public_id": planted.job.public_id}, {"public_id": planted.draft.public_id}],
        "match": {
            "opening_id": planted.job.public_id,
            "candidacy_id": planted.search.public_id,
        },
        "ask-introduction": {
            "opening_id": planted.job.public_id,
            "candidacy_id": planted.search.public_id,
        },
        "introduction": {"public_id": planted.introduction.public_id},
        "act-on-introduction": [
            {"public_id": planted.introduction.public_id, "name": name} for name in ACTS
        ],
        "begin-engagement": [
            {"public_id": row.public_id}
            for row in (planted.message.introduction, planted.agreement.engagement.introduction)
        ],
        "engagement": [
            {"public_id": row.public_id} for row in (planted.agreement.engagement, planted.round)
        ],
        "act-on-engagement": [
            {"public_id": planted.agreement.engagement.public_id, "name": name} for name in MOVES
        ],
        "messages": {"public_id": planted.message.introduction.public_id},
        "report-message": {
            "public_id": planted.message.introduction.public_id,
            "message_id": planted.message.public_id,
        },
        "grant": {"slug": "ipsd-nexus"},
        "keep-grant-check": {"slug": "ipsd-nexus"},
        "grant-answer": {"name": "eligible_cost"},
        "grant-check": {"public_id": planted.check.public_id},
        "tender-answers": {"public_id": planted.answer.opening.public_id},
        "answer-tender": {"public_id": planted.answer.opening.public_id},
        "answer": {"public_id": planted.answer.public_id},
        "act-on-answer": [
            {"public_id": planted.answer.public_id, "name": name} for name in ANSWER_ACTS
        ],
        "recommend": {"public_id": planted.referral.engagement.public_id},
        "recommended": {"public_id": planted.referral.public_id},
        "stop-referral": {"public_id": planted.referral.public_id},
        "rest-step": {"slug": "host"},
        "grant-round": {"public_id": planted.round.public_id},
        "propose-session": {"public_id": planted.session.engagement.public_id},
        "session": {"public_id": planted.session.public_id},
        "session-calendar": {"public_id": planted.session.public_id},
        "other-times": {"public_id": planted.session.public_id},
        "move-session": {"public_id": planted.session.public_id},
        "act-on-session": [
            {"public_id": planted.session.public_id, "name": name} for name in SESSION_ACTS
        ],
        "review": {"public_id": planted.review.public_id},
        "new-opening": {"slug": "hiring"},
        "check-opening": {"public_id": planted.job.public_id},
        "edit-opening": {"public_id": planted.job.public_id, "slug": "about"},
        "move-opening": {"public_id": planted.job.public_id, "name": "close"},
        "new-candidacy": {"slug": "hiring"},
        "check-candidacy": {"public_id": planted.search.public_id},
        "edit-candidacy": {"public_id": planted.search.public_id, "slug": "pay"},
        "move-candidacy": {"public_id": planted.search.public_id, "name": "withdraw"},
        "saved-search": {"public_id": planted.job.public_id},
        "change-search": {"public_id": planted.job.public_id},
        "stop-alerts": {"token": "x"},
        "stop-notices": {"token": "x"},
        "notification": {"pk": 1},
        "private-file": {"public_id": planted.cv.file.public_id},
        "profile-question": {"slug": "name"},
        "profile": profiles,
        "never-meet": {"public_id": planted.hidden.public_id},
        "meet-again": {"public_id": planted.hidden.public_id},
        "privacy-of": profiles,
        "consents-of": profiles,
        **dict.fromkeys(("consent", "revoke-consent", "consent-history"), pairs),
        "privacy-pause": profiles,
        "privacy-setting": {"public_id": planted.graduate.public_id, "slug": "names"},
        "set-up-steps": [{"who": "founder"}, {"who": "foreign"}],
        "styleguide-group": {"group": "charts"},
        "styleguide-csv": {"key": "funnel"},
        "account_confirm_email": {"key": "x"},
        "account_reset_password_from_key": {"uidb36": "1", "key": "x"},
        "end-session": {"pk": 1},
        "demo-letter": {"mail_id": 1},
        "mfa_edit_webauthn": {"pk": 1},
        "mfa_remove_webauthn": {"pk": 1},
        "openid_connect_login": {"provider_id": "google"},
        "openid_connect_callback": {"provider_id": "google"},
        "admin:auth_user_password_change": {"id": planted.graduate.user_id or 1},
        "admin:view_on_site": {"content_type_id": 1, "object_id": 1},
        "admin:grants_programme_fill": {"pk": 1},
        "admin:app_list": {"app_label": "profiles"},
        "": {"url": "nothing/here"},
    }
    of_admin_model = {
        "profiles/profile": planted.graduate.pk,
        "profiles/identity": planted.graduate.identity.pk,
        "matching/opening": planted.job.pk,
        "matching/candidacy": planted.search.pk,
        "introductions/introduction": planted.introduction.pk,
        "tenders/answer": planted.answer.pk,
        "engagements/session": planted.session.pk,
        "engagements/review": planted.review.pk,
        "engagements/engagement": planted.agreement.engagement_id,
        "engagements/agreement": planted.agreement.pk,
    }
    found = []
    for route in every_route():
        if named and (route.name != named or route.template.startswith("ar/")):
            continue
        given = of_route.get(route.name, {})
        for arguments in given if isinstance(given, list) else [given]:
            arguments = dict(arguments)
            if route.admin_model:
                arguments.setdefault("object_id", of_admin_model.get(route.admin_model, 1))
            found.append((route.name, route.address(arguments)))
    return found


def walk(clients, planted, caplog, *, named="", method="get"):
    """Visit every address as everyone; return (who, address, field) of each leak."""
    return [
        leak
        for place, (name, address) in enumerate(addresses(planted, named=named))
        for turn, (who, client) in enumerate(clients.items())
        if named or is_visited(who, name, place + turn)
        for leak in look(who, client, address, planted, caplog, method)
    ]


def is_visited(who, name, turn):
    """In short a role visits some addresses, another role the others; a stranger visits all."""
    if FULL or (who == "stranger" and not name.startswith("admin:")):
        return True
    if name.startswith("admin:"):
        return who in AT_THE_ADMIN and turn % 3 == 0
    return turn % 4 == 0


def look(who, client, address, planted, caplog, method="get"):
    with caplog.at_level(logging.DEBUG):
        caplog.clear()
        answer = getattr(client, method)(address)
        read = b"".join(answer).decode(errors="replace") + str(answer.headers) + caplog.text
    assert answer.status_code < 500, address
    return [
        (who, address, secret.where)
        for value, secret in planted.withheld.items()
        if value in read and who not in secret.readers
    ]


def some(clients, *roles):
    return {who: clients[who] for who in roles}


def fields(leaks):
    return {where for _, _, where in leaks}


def test_every_route_is_visited_and_nothing_withheld_appears(clients, planted, caplog):
    assert len(addresses(planted)) > 100
    assert walk(clients, planted, caplog) == []
    said = letters()
    assert [value for value in planted.withheld if value in said] == []


def test_a_form_that_is_sent_in_empty_says_nothing_either(clients, planted, caplog):
    chosen = clients if FULL else some(clients, "stranger", "company")
    leaks = [
        leak
        for name, address in addresses(planted)
        if name not in NOT_POSTED_TO and not name.startswith("admin:")
        for who, client in chosen.items()
        for leak in look(who, client, address, planted, caplog, "post")
    ]
    assert leaks == []


def test_who_may_read_it_does_so_the_walk_reaches_the_rows(clients, planted):
    for who, profile in (
        ("company", planted.graduate),
        ("reader of a firm", planted.graduate),
        ("mentor", planted.graduate),
        ("graduate", planted.mentor),
        ("local firm", planted.investor),
        ("investor", planted.firm),
    ):
        page = clients[who].get(f"/profiles/{profile.public_id}/")
        assert profile.headline in page.content.decode(), who


ONE_ROW = re.compile(r"/change/$|/user/\d+/password/$")
"""Pages of the admin about one row; that of a password names its account too."""


def test_staff_read_an_identity_on_pages_of_one_row_and_drafts_and_fears_nowhere(planted, caplog):
    staff = logged_in(make.staff(is_superuser=True))
    keep_apart(planted, make.an_international_company())
    leaks = []
    for turn, (name, address) in enumerate(addresses(planted)):
        if FULL or turn % 3 == 0:
            is_list = name.startswith("admin:") and not ONE_ROW.search(address)
            found = look("nobody" if is_list else STAFF, staff, address, planted, caplog)
            leaks += [each for each in found if not is_list or is_forbidden_in_a_list(each[2])]
    assert leaks == []


def is_forbidden_in_a_list(where):
    """Staff's lists show headlines; a name or an address stands on the page of its row alone."""
    parts = (".identity.", ".user.email", ".draft", ".excluded name", ".review.")
    return any(part in where for part in parts)


def test_withheld_text_finds_nothing(clients, planted):
    for who in ("stranger", "graduate"):
        for value, secret in list(planted.withheld.items())[:: 1 if FULL else 3]:
            for address in ("/openings/", "/api/v1/openings/"):
                page = clients[who].get(address, {"q": value}).content.decode()
                rows = (planted.job, planted.draft)
                assert not [row for row in rows if str(row.public_id) in page], (who, secret.where)


# What follows opens one gate at a time: a walk that would not notice proves nothing.


def test_with_the_gate_of_identity_open_the_walk_finds_it(clients, planted, caplog, monkeypatch):
    monkeypatch.setattr(disclosure, "step_for", lambda profile, viewer: Step.CONTACT)
    leaks = walk(some(clients, "stranger", "company"), planted, caplog, named="openings")
    leaks += walk(some(clients, "stranger", "company"), planted, caplog, named="profile")
    assert {"firm.identity.legal_name", "graduate.identity.phone"} <= fields(leaks)


def test_with_exclusions_ignored_the_walk_finds_it(clients, planted, caplog, monkeypatch):
    for module in (visibility, pairs):
        monkeypatch.setattr(module, "never_met_by", lambda viewer, prefix="": Q(pk__in=[]))
    leaks = walk(some(clients, "company", *sorted(KEPT_APART)), planted, caplog, named="profile")
    found = {who for who, _, where in leaks if where == "graduate.profile.headline"}
    assert found == KEPT_APART


def test_with_the_audience_ignored_the_walk_finds_it(clients, planted, caplog, monkeypatch):
    monkeypatch.setattr(visibility, "audience_of", lambda profile: "everyone")
    monkeypatch.setattr(disclosure, "is_listed_to", lambda profile, viewer: True)
    monkeypatch.setattr(
        visibility,
        "_listed_to",
        lambda viewer, at: Q(**{f"{at}status": "active", f"{at}verified_at__isnull": False}),
    )
    leaks = walk(some(clients, "stranger"), planted, caplog, named="profile")
    assert ("stranger", "mentor.profile.headline") in {(who, where) for who, _, where in leaks}


def test_with_hiding_ignored_the_walk_finds_it(clients, planted, caplog, monkeypatch):
    monkeypatch.setattr(disclosure, "is_listed_to", lambda profile, viewer: True)
    monkeypatch.setattr(visibility, "_listed_to", lambda viewer, at: Q(**{f"{at}pk__gt": 0}))
    leaks = walk(some(clients, "stranger"), planted, caplog, named="profile")
    assert {"gone mentor.identity.legal_name", "gone graduate.profile.headline"} <= fields(leaks)


def test_with_threads_open_to_all_the_walk_finds_it(clients, planted, caplog, monkeypatch):
    monkeypatch.setattr(IntroductionQuerySet, "visible_to", lambda rows, viewer: rows)
    leaks = walk(some(clients, "graduate", "company"), planted, caplog, named="messages")
    found = {who for who, _, where in leaks if where == "graduate.message.text"}
    assert found == {"graduate", "company"}


def test_with_sessions_open_to_all_the_walk_finds_it(clients, planted, caplog, monkeypatch):
    monkeypatch.setattr(SessionQuerySet, "visible_to", lambda rows, viewer: rows)
    leaks = walk(some(clients, "graduate", "company"), planted, caplog, named="session")
    found = {who for who, _, where in leaks if where == "graduate.session.text"}
    assert found == {"graduate", "company"}


def test_with_reviews_open_to_all_what_is_private_stays_its_authors(
    clients, planted, caplog, monkeypatch
):
    monkeypatch.setattr(ReviewQuerySet, "visible_to", lambda rows, viewer: rows)
    roles = some(clients, "graduate", "company")
    assert walk(roles, planted, caplog, named="review") == []
    planted.review.kind = "evaluation"
    planted.review.save()
    leaks = walk(roles, planted, caplog, named="review")
    found = {who for who, _, where in leaks if where == "graduate.review.text"}
    assert found == {"graduate", "company"}


def test_with_engagements_open_to_all_the_walk_finds_the_goals(
    clients, planted, caplog, monkeypatch
):
    monkeypatch.setattr(EngagementQuerySet, "visible_to", lambda rows, viewer: rows)
    leaks = walk(some(clients, "graduate", "company"), planted, caplog, named="engagement")
    found = {who for who, _, where in leaks if where == "graduate.agreement.text"}
    assert found == {"graduate", "company"}


def test_with_rounds_open_to_all_the_walk_finds_the_amount(clients, planted, caplog, monkeypatch):
    monkeypatch.setattr(EngagementQuerySet, "visible_to", lambda rows, viewer: rows)
    monkeypatch.setattr(rounds, "may_read", lambda row, viewer: True)
    for page, amount in (("grant-round", "round.confirmed"), ("engagement", "agreement.usd")):
        leaks = walk(some(clients, "investor", "company"), planted, caplog, named=page)
        found = {who for who, _, where in leaks if where == f"startup.{amount}"}
        assert found == {"investor", "company"}


def test_the_goals_are_read_by_the_two_who_agreed_on_them(planted):
    row = planted.agreement.engagement
    for side in (row.owner, row.candidate):
        page = logged_in(make.acts_for(side)).get(f"/engagements/{row.public_id}/")
        assert planted.agreement.text in page.content.decode()


def test_the_two_of_a_thread_read_it_and_nobody_finds_it_by_its_words(clients, planted):
    row = planted.message.introduction
    address = f"/introductions/{row.public_id}/messages/"
    for side in (row.asker, row.asked):
        page = logged_in(make.acts_for(side)).get(address)
        assert planted.message.text in page.content.decode()
    for page in ("/openings/", "/people/", "/api/v1/openings/", "/introductions/"):
        for client in (clients["stranger"], clients["graduate"]):
            found = client.get(page, {"q": planted.message.text}, follow=True).content.decode()
            assert str(row.public_id) not in found


def test_a_kept_check_is_read_by_whoever_made_it_and_is_not_there_for_others(clients, planted):
    address = f"/grants/checks/{planted.check.public_id}/"
    own = logged_in(planted.check.user).get(address)
    assert "314,159.26" in own.content.decode()
    assert {client.get(address).status_code for client in clients.values()} == {404}


def read_by_company(planted, caplog):
    """Fields that the company of the tender finds on its pages of answers."""
    planted.firm.is_named = True
    planted.firm.save()
    company = {"company of the tender": logged_in(make.acts_for(planted.answer.owner))}
    return fields([leak for name in BLIND for leak in walk(company, planted, caplog, named=name)])


def test_of_an_answer_a_company_reads_the_text_and_nothing_of_the_firm(planted, caplog):
    assert read_by_company(planted, caplog) == {"firm.answer.text"}


def test_with_the_gate_of_blindness_open_the_walk_finds_the_name(planted, caplog, monkeypatch):
    monkeypatch.setattr(Answer, "is_named", True)
    found = read_by_company(planted, caplog)
    assert {"firm.identity.legal_name", "firm.profile.headline", "firm.profile.about"} <= found


def test_with_answers_open_to_all_the_walk_finds_the_text(clients, planted, caplog, monkeypatch):
    monkeypatch.setattr(AnswerQuerySet, "visible_to", lambda rows, viewer: rows)
    leaks = walk(some(clients, "company", "investor"), planted, caplog, named="answer")
    found = {who for who, _, where in leaks if where == "firm.answer.text"}
    assert found == {"company", "investor"}


def test_the_planted_fields_are_those_of_the_model(planted):
    assert {"legal_name", "email", "phone", "address", "website"} <= IDENTITY_FIELDS
    assert len(planted.withheld) > 60
    planted_fields = {secret.where.rpartition(".")[2] for secret in planted.withheld.values()}
    assert planted_fields >= IDENTITY_FIELDS


def test_a_route_that_nobody_visits_would_be_told():
    missing = [route for route in every_route() if route.name == "match"]
    with pytest.raises(KeyError, match="opening_id"):
        missing[0].address({})
