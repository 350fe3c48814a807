"""Where the servers of one checkout and one purpose keep their files and sockets."""

import hashlib
import os
import secrets
import shutil
import stat
from dataclasses import dataclass
from pathlib import Path

from silah.embedded.accounts import Account
from silah.embedded.errors import EmbeddedError

CHECKOUT = Path(__file__).resolve().parents[3]
PURPOSES = ("demo", "test", "bench")
# A fixed folder, never TMPDIR: whoever attaches must find the sockets, in 107 bytes at most.
SOCKETS = Path("/tmp")  # noqa: S108 (every folder below is private and its owner is checked)


@dataclass(frozen=True)
class Place:
    """`state` keeps data, logs and locks; `sockets(server)` is a short private folder."""

    state: Path

    def sockets(self, server: str) -> Path:
        return SOCKETS / f"silah-{digest(f'{os.geteuid()}:{self.state}')}-{server}"


def digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:10]


def shelf() -> Path | None:
    """The folder that holds the state of many checkouts, or None: state lives in the checkout.

    Root's checkouts often stand in a home that `nobody` may not enter, hence /var/lib.
    """
    if given := os.environ.get("SILAH_STATE_ROOT"):
        return Path(given).absolute()
    return Path("/var/lib/silah") if os.geteuid() == 0 else None


def checkout_state() -> Path:
    above = shelf()
    return above / f"state-{digest(str(CHECKOUT))}" if above else CHECKOUT / ".local"


def place(purpose: str) -> Place:
    if purpose not in PURPOSES:
        raise EmbeddedError(f"There are servers for {', '.join(PURPOSES)}, not for {purpose}.")
    return Place(checkout_state() / purpose)


def open_state(state: Path) -> None:
    """Make the state folder. Others may pass through (`nobody` must), but not list it."""
    try:
        state.mkdir(parents=True, exist_ok=True)
        state.chmod(0o711)
    except OSError as error:
        raise EmbeddedError(
            f"{state} cannot be used ({error.strerror}): make it yours, "
            "or set SILAH_STATE_ROOT to a folder that you may write."
        ) from None


def private_folder(path: Path, owner: Account) -> None:
    """Make `path` a folder that only `owner` (and root) can enter; refuse somebody else's."""
    path.mkdir(mode=0o700, exist_ok=True)
    found = path.lstat()
    if not stat.S_ISDIR(found.st_mode) or found.st_uid not in {os.geteuid(), owner.uid}:
        raise EmbeddedError(f"{path} belongs to somebody else: have it removed, then try again.")
    if found.st_uid != owner.uid:
        os.chown(path, owner.uid, owner.gid)
    path.chmod(0o700)


def empty_folder(path: Path, owner: Account) -> None:
    """As `private_folder`, with nothing left in it from earlier."""
    private_folder(path, owner)
    for entry in path.iterdir():
        shutil.rmtree(entry) if entry.is_dir() else entry.unlink()


def secret_key(state: Path) -> str:
    """The key of this state folder, made once; two processes at once agree on one."""
    path = state / "secret_key"
    if not path.exists():
        draft = state / f"secret_key.{os.getpid()}"
        draft.touch(mode=0o600)
        draft.write_text(secrets.token_urlsafe(50))
        try:
            os.link(draft, path)
        except FileExistsError:
            pass  # somebody was faster: theirs is the key
        finally:
            draft.unlink()
    return path.read_text()
