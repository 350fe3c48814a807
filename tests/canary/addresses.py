"""Every address of the site: the arguments that lead each route to planted rows."""

from typing import Any

from matching.engagements.moves import MOVES
from matching.engagements.sessions.acts import ACTS as SESSION_ACTS
from matching.introductions.acts import ACTS
from matching.tenders.acts import ACTS as ANSWER_ACTS
from tests.canary.planting import Planted
from tests.canary.routes import Route, every_route

Arguments = dict[str, Any]
OfRoutes = dict[str, Arguments | list[Arguments]]
"""By the name of a route; several sets of arguments in a list are several addresses."""


def addresses(planted: Planted, *, named: str = "") -> list[tuple[str, str]]:
    """Name and address of every route; one that needs other arguments fails: say what it shows."""
    of_routes, of_models = _of_routes(planted), _of_models(planted)
    found = []
    for route in every_route():
        if named and (route.name != named or route.template.startswith("ar/")):
            continue
        given = of_routes.get(route.name, {})
        for arguments in given if isinstance(given, list) else [given]:
            found.append((route.name, _address(route, arguments, of_models)))
    return found


def _address(route: Route, arguments: Arguments, of_models: dict[str, Any]) -> str:
    if route.admin_model:
        arguments = {"object_id": of_models.get(route.admin_model, 1)} | arguments
    return route.address(arguments)


def _of_routes(planted: Planted) -> OfRoutes:
    return {
        **_of_openings(planted),
        **_of_introductions(planted),
        **_of_tenders(planted),
        **_of_engagements(planted),
        **_of_sessions(planted),
        **_of_grants(planted),
        **_of_profiles(planted),
        **_of_consents(planted),
        **_of_the_rest(),
    }


def _of_openings(planted: Planted) -> OfRoutes:
    job, search = _id(planted.job), _id(planted.search)
    pair = {"opening_id": planted.job.public_id, "candidacy_id": planted.search.public_id}
    return {
        "api-opening": job,
        "opening": [job, _id(planted.draft)],
        "match": pair,
        "ask-introduction": pair,
        "new-opening": {"slug": "hiring"},
        "check-opening": job,
        "edit-opening": job | {"slug": "about"},
        "move-opening": job | {"name": "close"},
        "new-candidacy": {"slug": "hiring"},
        "check-candidacy": search,
        "edit-candidacy": search | {"slug": "pay"},
        "move-candidacy": search | {"name": "withdraw"},
        "saved-search": job,
        "change-search": job,
    }


def _of_introductions(planted: Planted) -> OfRoutes:
    asked, thread = _id(planted.introduction), _id(planted.message.introduction)
    return {
        "introduction": asked,
        "act-on-introduction": [asked | {"name": name} for name in ACTS],
        "messages": thread,
        "report-message": thread | {"message_id": planted.message.public_id},
    }


def _of_tenders(planted: Planted) -> OfRoutes:
    tender, answer = _id(planted.answer.opening), _id(planted.answer)
    return {
        "tender-answers": tender,
        "answer-tender": tender,
        "answer": answer,
        "act-on-answer": [answer | {"name": name} for name in ANSWER_ACTS],
    }


def _of_engagements(planted: Planted) -> OfRoutes:
    agreed, referral = planted.agreement.engagement, _id(planted.referral)
    talks = [planted.message.introduction, agreed.introduction]
    return {
        "begin-engagement": [_id(row) for row in talks],
        "engagement": [_id(row) for row in (agreed, planted.round)],
        "act-on-engagement": [_id(agreed) | {"name": name} for name in MOVES],
        "recommend": _id(planted.referral.engagement),
        "recommended": referral,
        "stop-referral": referral,
        "rest-step": {"slug": "host"},
        "review": _id(planted.review),
    }


def _of_sessions(planted: Planted) -> OfRoutes:
    session = _id(planted.session)
    return {
        "propose-session": _id(planted.session.engagement),
        "session": session,
        "session-calendar": session,
        "other-times": session,
        "move-session": session,
        "act-on-session": [session | {"name": name} for name in SESSION_ACTS],
    }


def _of_grants(planted: Planted) -> OfRoutes:
    return {
        "grant": {"slug": "ipsd-nexus"},
        "keep-grant-check": {"slug": "ipsd-nexus"},
        "grant-answer": {"name": "eligible_cost"},
        "grant-check": _id(planted.check),
        "grant-round": _id(planted.round),
        "set-up-steps": [{"who": "founder"}, {"who": "foreign"}],
        "admin:grants_programme_fill": {"pk": 1},
    }


def _of_profiles(planted: Planted) -> OfRoutes:
    return {
        "profile": [_id(profile) for profile in planted.profiles],
        "profile-question": {"slug": "name"},
        "private-file": _id(planted.cv.file),
        "track-record": [_id(profile) for profile in planted.profiles],
        "remove-round": _id(planted.investor) | {"round_id": planted.deed.public_id},
        "admin:auth_user_password_change": {"id": planted.graduate.user_id or 1},
    }


def _of_consents(planted: Planted) -> OfRoutes:
    graduate, hidden = _id(planted.graduate), _id(planted.hidden)
    all_of_them = [_id(profile) for profile in planted.profiles]
    pairs = [graduate | {"to_id": profile.public_id} for profile in planted.profiles]
    return {
        "never-meet": hidden,
        "meet-again": hidden,
        "consents-of": all_of_them,
        "consent": pairs,
        "revoke-consent": pairs,
        "consent-history": pairs,
        "privacy-of": all_of_them,
        "privacy-pause": all_of_them,
        "privacy-setting": graduate | {"slug": "names"},
    }


def _of_the_rest() -> OfRoutes:
    return {
        "stop-alerts": {"token": "x"},
        "stop-notices": {"token": "x"},
        "notification": {"pk": 1},
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
        "admin:view_on_site": {"content_type_id": 1, "object_id": 1},
        "admin:app_list": {"app_label": "profiles"},
        "": {"url": "nothing/here"},
    }


def _of_models(planted: Planted) -> dict[str, Any]:
    """By app/model, the row that pages of the admin about one are of."""
    return {
        "profiles/profile": planted.graduate.pk,
        "profiles/identity": planted.graduate.identity.pk,
        "matching/opening": planted.job.pk,
        "matching/candidacy": planted.search.pk,
        "introductions/introduction": planted.introduction.pk,
        "tenders/answer": planted.answer.pk,
        "track_records/pastinvestment": planted.deed.pk,
        "engagements/session": planted.session.pk,
        "engagements/review": planted.review.pk,
        "engagements/engagement": planted.agreement.engagement_id,
        "engagements/agreement": planted.agreement.pk,
    }


def _id(row: Any) -> Arguments:
    return {"public_id": row.public_id}
