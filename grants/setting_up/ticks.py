"""Which steps a reader has done: kept in the session, and with an account in rows that come back.

What a stranger ticked counts on once they log in, and is kept with the account at the next tick.
"""

from grants.models import SetupTick
from grants.setting_up.actions import tick, untick
from profiles.middleware import ViewedRequest

KEY = "set_up"


def done_by(request: ViewedRequest) -> frozenset[str]:
    in_session = frozenset(request.session.get(KEY, ()))
    user_id = request.viewer.user_id
    if user_id is None:
        return in_session
    rows = SetupTick.objects.filter(user=user_id).values_list("step", flat=True)
    return in_session | frozenset(rows)


def mark(request: ViewedRequest, step: str, *, is_done: bool) -> None:
    in_session = frozenset(request.session.get(KEY, ()))
    in_session = in_session | {step} if is_done else in_session - {step}
    user_id = request.viewer.user_id
    if user_id is None:
        request.session[KEY] = sorted(in_session)
        return
    request.session.pop(KEY, None)
    tick(steps=sorted(in_session), by_id=user_id)
    if not is_done:
        untick(step=step, by_id=user_id)
