import contextlib
import shutil
import signal
import socket
from pathlib import Path
from urllib.parse import quote

from silah.embedded import binaries
from silah.embedded.accounts import for_postgres
from silah.embedded.errors import EmbeddedError
from silah.embedded.processes import PLAIN_ENVIRONMENT, Ladder, start_tied
from silah.embedded.state import Place, empty_folder, private_folder, shelf

PORT = 5432
INITDB_OPTIONS = (
    *("--username=postgres", "--auth=trust", "--encoding=UTF8"),
    *("--locale-provider=builtin", "--locale=C.UTF-8", "--no-instructions"),
)
# Data of a test run need not survive a power cut; these make the tests several times faster.
THROWAWAY_OPTIONS = (
    *("-c", "fsync=off", "-c", "synchronous_commit=off", "-c", "full_page_writes=off"),
    *("-c", "wal_level=minimal", "-c", "max_wal_senders=0", "-c", "autovacuum=off"),
    # Among few rows any order of joins will do: choosing the best took a third of a test's queries.
    *("-c", "join_collapse_limit=1"),
)
READY_LINE = 7  # of postmaster.pid, as pg_ctl reads it


class PostgreSQL:
    """Trust authentication, safe because the only way in is a socket in a private folder."""

    name = "PostgreSQL"
    variable = "DATABASE_URL"
    ladder: Ladder = ((signal.SIGINT, 10.0), (signal.SIGQUIT, 5.0))

    def __init__(self, place: Place, *, throwaway: bool) -> None:
        self.state = place.state
        self.data = place.state / "postgres"
        self.sockets = place.sockets("postgres")
        self.throwaway = throwaway
        self.account = for_postgres()

    @property
    def url(self) -> str:
        return f"postgresql://postgres@{quote(str(self.sockets), safe='')}:{PORT}/postgres"

    def answers(self) -> bool:
        try:
            lines = (self.data / "postmaster.pid").read_text().splitlines()
        except OSError:
            return False
        ready = len(lines) > READY_LINE and lines[READY_LINE].strip() == "ready"
        return ready and accepts(self.sockets / f".s.PGSQL.{PORT}")

    def prepare(self) -> list[str]:
        """Make everything that must exist, and return the command to run.

        Called only when no process of an earlier server is left, so what such a one left behind
        (its pid and socket files) can go.
        """
        install = self._install()
        if not (self.data / "PG_VERSION").exists():
            self._initialise(install)
        private_folder(self.data, self.account)
        empty_folder(self.sockets, self.account)
        (self.data / "postmaster.pid").unlink(missing_ok=True)
        listen = ["-c", "listen_addresses=", "-k", str(self.sockets), "-p", str(PORT)]
        extra = THROWAWAY_OPTIONS if self.throwaway else ()
        return [str(install / "bin" / "postgres"), "-D", str(self.data), *listen, *extra]

    def _install(self) -> Path:
        return binaries.within_reach(binaries.postgres(), self.account, shelf() or self.state)

    def _initialise(self, install: Path) -> None:
        """Make the cluster beside its place and move it there: never half of one."""
        draft = self.data.with_name("postgres.new")
        empty_folder(draft, self.account)
        options = (*INITDB_OPTIONS, "--no-sync") if self.throwaway else INITDB_OPTIONS
        log = self.state / "initdb.log"
        made = start_tied(
            [str(install / "bin" / "initdb"), "-D", str(draft), *options],
            death_signal=signal.SIGKILL,
            account=self.account,
            log=log,
            environment=PLAIN_ENVIRONMENT,
            folder=Path("/"),
        )
        if made.wait():
            raise EmbeddedError(
                f"PostgreSQL could not make its files in {draft}: {log.read_text().strip()}\n"
                "Mend that, or set DATABASE_URL."
            )
        with contextlib.suppress(FileNotFoundError):
            shutil.rmtree(self.data)
        draft.rename(self.data)


def accepts(path: Path) -> bool:
    """Whether somebody listens on the unix socket at `path`."""
    with socket.socket(socket.AF_UNIX) as client:
        client.settimeout(1)
        try:
            client.connect(str(path))
        except OSError:
            return False
    return True
