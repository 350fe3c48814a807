"""The task list of a profile: every floor adds its own items, by the kind of profile."""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass

from profiles.models import Profile
from profiles.questions.declaration import Words


@dataclass(frozen=True, slots=True)
class Task:
    """One item. state: met, partly or not, as in components/state.html; word says it.

    hint: what it unlocks, in one sentence; is_needed: the profile cannot be sent in without it
    """

    label: Words
    hint: Words
    url: str
    state: str
    word: Words
    is_needed: bool = False


Source = Callable[[Profile], list[Task]]
_sources: dict[str, list[Source]] = defaultdict(list)


def adds_tasks(kind: str, source: Source) -> None:
    """Registered from an AppConfig.ready; items stand in the order of registration."""
    if source not in _sources[kind]:
        _sources[kind].append(source)


def tasks_of(profile: Profile) -> list[Task]:
    return [task for source in _sources[profile.kind] for task in source(profile)]
