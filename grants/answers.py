"""What is known of somebody's plans, for all programmes: what they said, and what records say.

Answers last as long as the session, and go before what a record says. Records are read anew each
time: they are stored nowhere else.
"""

from collections.abc import Mapping

from django.http import HttpRequest
from django.utils.translation import gettext as _

from grants.actions.checking import as_json, from_json
from grants.facts import FACTS
from grants.records import known_to, record_of
from grants.rules import Value
from grants.saying import said_of
from matching.pairings.words import Words
from profiles.middleware import ViewedRequest

KEY = "grant_answers"


class Answers(dict[str, Value]):
    """By the name of the fact; `wheres` says of those that nobody was asked where they are from."""

    def __init__(self, said: Mapping[str, Value], wheres: Mapping[str, Words]) -> None:
        super().__init__(said)
        self.wheres = wheres


def answers_of(request: ViewedRequest) -> Answers:
    """What was said and what is known; what its fact no longer takes is left out."""
    said, record = said_in(request), record_of(request)
    known = {**known_to(request.viewer), **(record.known if record else {})}
    known = {name: each for name, each in known.items() if name not in said and name in FACTS}
    values = {name: each.value for name, each in known.items()}
    wheres = {name: each.where for name, each in known.items()}
    return Answers({**values, **said}, wheres)


def told(answers: Mapping[str, Value], name: str) -> str:
    """An answer in words, with where it is from where nobody was asked."""
    said = said_of(name, answers[name])
    where = answers.wheres.get(name) if isinstance(answers, Answers) else None
    return _("%(said)s, %(where)s") % {"said": said, "where": where} if where else said


def said_in(request: HttpRequest) -> dict[str, Value]:
    said = from_json(request.session.get(KEY, {}))
    return {name: value for name, value in said.items() if FACTS[name].takes(value)}


def remember(request: ViewedRequest, said: Mapping[str, Value]) -> Answers:
    """All answers with these; those that were there before are said anew."""
    request.session[KEY] = as_json({**said_in(request), **said})
    return answers_of(request)


def take_back(request: ViewedRequest, name: str) -> Answers:
    """All answers without this one, whether it was there or not."""
    kept = {known: value for known, value in said_in(request).items() if known != name}
    request.session[KEY] = as_json(kept)
    return answers_of(request)


def forget_answers(request: HttpRequest) -> None:
    request.session.pop(KEY, None)
