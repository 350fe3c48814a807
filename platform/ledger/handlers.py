"""Upper floors hear of events here, without an import downwards: `on(verb, "app.module.function")`.

A handler is named by its dotted path, which is stored with what is owed and imported only where
it is delivered: web processes never load what only workers need.
"""

from collections import defaultdict
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from django.utils.module_loading import import_string

if TYPE_CHECKING:
    from ledger.models import Event

Handler = Callable[[Sequence["Event"]], None]
"""Gets all events it is still owed at once, so that ten saves cost one run."""

_paths_by_verb: dict[str, list[str]] = defaultdict(list)


def on(verb: str, path: str) -> None:
    """Deliver events of `verb` to the function at `path`; called from `AppConfig.ready`."""
    if path not in _paths_by_verb[verb]:
        _paths_by_verb[verb].append(path)


def forget(verb: str, path: str) -> None:
    """Undo `on`; rows already owed stay owed."""
    _paths_by_verb[verb].remove(path)


def paths_for(verb: str) -> list[str]:
    return _paths_by_verb.get(verb, [])


def every_path() -> set[str]:
    return {path for paths in _paths_by_verb.values() for path in paths}


def at(path: str) -> Handler:
    """The handler of that path; `ImportError` where code and stored row no longer agree."""
    handler: Handler = import_string(path)
    return handler
