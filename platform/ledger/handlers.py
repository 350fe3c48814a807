"""Upper floors hear of events here, without an import downwards: `on(verb, name, function)`."""

from collections import defaultdict
from collections.abc import Callable, Sequence

from ledger.models import Event

Handler = Callable[[Sequence[Event]], None]
"""Gets all events it is still owed at once, so that ten saves cost one run."""

_names_by_verb: dict[str, list[str]] = defaultdict(list)
_by_name: dict[str, Handler] = {}


def on(verb: str, name: str, handler: Handler) -> None:
    """Deliver events of `verb` to `handler`; called from `AppConfig.ready`, `name` is stored."""
    if _by_name.get(name, handler) is not handler:
        raise ValueError(f"Two handlers are called {name!r}: give each a name of its own.")
    _by_name[name] = handler
    if name not in _names_by_verb[verb]:
        _names_by_verb[verb].append(name)


def forget(verb: str, name: str) -> None:
    """Undo `on`: rows already owed stay, and fail until the handler is back."""
    _names_by_verb[verb].remove(name)
    del _by_name[name]


def names_for(verb: str) -> list[str]:
    return _names_by_verb.get(verb, [])


def by_name(name: str) -> Handler:
    try:
        return _by_name[name]
    except KeyError:
        raise LookupError(
            f"No handler {name!r}: register it with ledger.handlers.on, or mark the row done."
        ) from None
