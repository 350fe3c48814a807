import os
from dataclasses import dataclass
from types import TracebackType
from typing import Self

from silah.embedded.ownership import Borrowed, Owned, Server, join
from silah.embedded.postgres import PostgreSQL
from silah.embedded.state import Place, open_state, place, secret_key
from silah.embedded.valkey import Valkey


@dataclass(frozen=True)
class Servers:
    """What `attach` started, what it found running, and the variables it set."""

    owned: tuple[Owned, ...]
    borrowed: tuple[Borrowed, ...]
    variables: tuple[str, ...]

    @property
    def owner_elsewhere(self) -> int | None:
        """The process that the borrowed servers end with; None where nothing is borrowed."""
        return self.borrowed[0].owner if self.borrowed else None

    def ended(self) -> str | None:
        """The name of a server of ours that is no longer running."""
        return next((o.server.name for o in self.owned if o.process.poll() is not None), None)

    def stop(self) -> None:
        """Stop what `attach` started, and only that; take its variables back."""
        for each in reversed(self.owned):
            each.stop()
        for variable in self.variables:
            os.environ.pop(variable, None)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.stop()


def attach(purpose: str = "demo") -> Servers:
    """Make DATABASE_URL, REDIS_URL, SECRET_KEY, SILAH_STATE and NUMBA_CACHE_DIR present.

    `purpose` is "demo", "test" or "bench"; no two share anything. Values already in the
    environment win, each on its own: only servers without one are started, or attached to
    where this checkout's already run. Call it from the main thread: servers that it starts
    end with that thread.
    Raises EmbeddedError, whose message says what to do.
    """
    where = place(purpose)
    open_state(where.state)
    joined = _join_all([s for s in _servers(where) if not os.environ.get(s.variable)])
    given = {each.server.variable: each.server.url for each in joined}
    variables = _set_missing(given | _settings(where))
    owned = tuple(each for each in joined if isinstance(each, Owned))
    borrowed = tuple(each for each in joined if isinstance(each, Borrowed))
    return Servers(owned, borrowed, variables)


def _servers(where: Place) -> list[Server]:
    throwaway = where.state.name == "test"
    return [PostgreSQL(where, throwaway=throwaway), Valkey(where)]


def _join_all(servers: list[Server]) -> list[Owned | Borrowed]:
    joined: list[Owned | Borrowed] = []
    try:
        for server in servers:
            joined.append(join(server))
    except BaseException:
        for each in joined:
            if isinstance(each, Owned):
                each.stop()
        raise
    return joined


def _settings(where: Place) -> dict[str, str]:
    state = os.environ.get("SILAH_STATE") or str(where.state)
    return {
        "SECRET_KEY": os.environ.get("SECRET_KEY") or secret_key(where.state),
        "SILAH_STATE": state,
        "NUMBA_CACHE_DIR": f"{state}/numba",
    }


def _set_missing(values: dict[str, str]) -> tuple[str, ...]:
    """Set what the environment leaves empty; returns the names that were set."""
    missing = {name: value for name, value in values.items() if not os.environ.get(name)}
    os.environ.update(missing)
    return tuple(missing)
