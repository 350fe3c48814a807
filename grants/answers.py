"""What is known of somebody's plans, for all programmes: what they said, and what records say.

Answers last as long as the session, and go before what a record says. Records are read anew each
time: they are stored nowhere else.
"""

from collections.abc import Mapping

from django.http import HttpRequest
from django.utils.translation import gettext as _

from grants.actions.checking import as_json, from_json
from grants.facts import FACTS
from grants.known import Known
from grants.records import Record, known_to, record_of
from grants.rules import Value
from grants.saying import said_of
from profiles.middleware import ViewedRequest

KEY = "grant_answers"


class Answers(dict[str, Value]):
    """By the name of the fact; `wheres` says of those that nobody was asked where they are from.

    record: what they are about, `None` where it was not said
    profile_id: whose profile they are read with: the record's owner, else who is acted as
    """

    def __init__(
        self,
        said: Mapping[str, Value],
        known: Mapping[str, Known],
        *,
        record: Record | None,
        profile_id: int | None,
    ) -> None:
        super().__init__({name: each.value for name, each in known.items()} | dict(said))
        self.wheres = {name: each.where for name, each in known.items()}
        self.record, self.profile_id = record, profile_id


def answers_of(request: ViewedRequest) -> Answers:
    """What was said and what is known; what its fact no longer takes is left out."""
    said, record = said_in(request), record_of(request)
    profile_id = record.owner_id if record else request.viewer.acting_profile_id
    known = {**known_to(profile_id), **(record.known if record else {})}
    known = {name: each for name, each in known.items() if name not in said and name in FACTS}
    return Answers(said, known, record=record, profile_id=profile_id)


def told(answers: Mapping[str, Value], name: str) -> str:
    """An answer in words, with where it is from where nobody was asked."""
    said = said_of(name, answers[name])
    where = answers.wheres.get(name) if isinstance(answers, Answers) else None
    return _("%(said)s, %(where)s") % {"said": said, "where": where} if where else said


def said_in(request: HttpRequest) -> dict[str, Value]:
    said = from_json(request.session.get(KEY, {}))
    return {name: value for name, value in said.items() if FACTS[name].takes(value)}


def remember(request: HttpRequest, said: Mapping[str, Value]) -> None:
    """What was said before of the same is said anew."""
    request.session[KEY] = as_json({**said_in(request), **said})


def take_back(request: HttpRequest, name: str) -> None:
    """This answer is gone, whether it was there or not."""
    kept = {known: value for known, value in said_in(request).items() if known != name}
    request.session[KEY] = as_json(kept)


def forget_answers(request: HttpRequest) -> None:
    request.session.pop(KEY, None)
