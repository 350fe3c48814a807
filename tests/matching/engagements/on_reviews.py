"""What tests of reviews begin with: a placement, and that the listeners have heard."""

from ledger import handlers
from ledger.models import Event
from matching.engagements.models import Engagement
from matching.engagements.reviews import following
from tests import make


def heard(verb: str) -> None:
    """Delivered twice, as may happen."""
    for _twice in range(2):
        handlers.at(following.HEARD[verb])(list(Event.objects.filter(verb=verb)))


def placement(weeks: int = 12) -> Engagement:
    return make.an_engagement(
        make.an_introduction(make.a_placement(), state="accepted"), weeks=weeks
    )
