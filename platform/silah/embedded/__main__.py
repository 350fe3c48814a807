"""`python -m silah.embedded clean`: remove what the servers of this checkout keep."""

import shutil
import sys

from silah.embedded.errors import EmbeddedError
from silah.embedded.locks import FileLock
from silah.embedded.state import PURPOSES, checkout_state, place


def clean() -> None:
    """Remove state and sockets of every purpose; refuse while a server runs."""
    for purpose in PURPOSES:
        _refuse_while_running(purpose)
    for purpose in PURPOSES:
        for server in ("postgres", "valkey"):
            shutil.rmtree(place(purpose).sockets(server), ignore_errors=True)
    if checkout_state().exists():
        shutil.rmtree(checkout_state())


def _refuse_while_running(purpose: str) -> None:
    for path in place(purpose).state.glob("*.owner"):
        lock = FileLock(path)
        if not lock.take():
            raise EmbeddedError(
                f"Process {lock.named_process()} runs servers of this checkout: "
                "stop it, then say `make clean` again."
            )
        lock.release()


def main(arguments: list[str]) -> str | None:
    if arguments != ["clean"]:
        return "Say: python -m silah.embedded clean"
    try:
        clean()
    except EmbeddedError as error:
        return str(error)
    return None


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
