"""The checks of whoever looks: of their account, or of their session while it lasts."""

from django.http import HttpRequest

from grants.actions import forget, keep
from grants.actions.checking import as_json
from grants.answers import Answers
from grants.eligibility import Reading
from grants.models import Check
from grants.queries import CheckQuerySet
from profiles.middleware import ViewedRequest

HELD, MOST_HELD = "grant_checks", 100


def own_checks(request: ViewedRequest) -> CheckQuerySet:
    return Check.objects.of(request.viewer.user_id, _held(request))


def keep_once(request: ViewedRequest, reading: Reading, answers: Answers) -> Check:
    """One row for a version, a day, a firm and the facts asked for, however often it is kept."""
    facts = {name: value for name, value in answers.items() if name in reading.facts}
    profile_id, day = answers.profile_id, reading.as_of
    same = own_checks(request).filter(rule_set=reading.rule_set, as_of=day, profile=profile_id)
    found: Check | None = same.filter(facts=as_json(facts)).first()
    if found is not None:
        return found
    user_id = request.viewer.user_id
    check = keep(reading=reading, facts=facts, profile_id=profile_id, user_id=user_id)
    if user_id is None:
        _hold(request, check)
    return check


def forget_all(request: ViewedRequest) -> None:
    for check in own_checks(request):
        forget(check=check, by_id=request.viewer.user_id)
    request.session.pop(HELD, None)


def _held(request: HttpRequest) -> list[str]:
    held: list[str] = request.session.get(HELD, [])
    return held


def _hold(request: HttpRequest, check: Check) -> None:
    """A stranger's session holds so many; the oldest that would fall out of reach is forgotten."""
    held = [*_held(request), str(check.public_id)]
    request.session[HELD] = held[-MOST_HELD:]
    for fallen in Check.objects.of(None, held[:-MOST_HELD]):
        forget(check=fallen, by_id=None)
