"""What somebody said of their plans, once for all programmes, as long as their session lasts."""

from collections.abc import Mapping

from django.http import HttpRequest

from grants.actions.checking import as_json, from_json
from grants.facts import FACTS
from grants.rules import Value

KEY = "grant_answers"


def answers_of(request: HttpRequest) -> dict[str, Value]:
    """By the name of the fact; what its fact no longer takes is left out."""
    said = from_json(request.session.get(KEY, {}))
    return {name: value for name, value in said.items() if FACTS[name].takes(value)}


def remember(request: HttpRequest, said: Mapping[str, Value]) -> dict[str, Value]:
    """All answers with these; those that were there before are said anew."""
    answers = {**answers_of(request), **said}
    request.session[KEY] = as_json(answers)
    return answers


def take_back(request: HttpRequest, name: str) -> dict[str, Value]:
    """All answers without this one, whether it was there or not."""
    answers = {known: value for known, value in answers_of(request).items() if known != name}
    request.session[KEY] = as_json(answers)
    return answers


def forget_answers(request: HttpRequest) -> None:
    request.session.pop(KEY, None)
