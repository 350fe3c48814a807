"""File locks: the kernel frees them when their holder dies, so they are never stale."""

import contextlib
import fcntl
import os
import time
from pathlib import Path


class FileLock:
    """An exclusive lock; the file's text is the number of the process it speaks of."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._descriptor: int | None = None

    def take(self, *, seconds: float = 0.0) -> bool:
        """Whether the lock is now ours, waiting at most `seconds`."""
        descriptor = os.open(self.path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        until = time.monotonic() + seconds
        while True:
            try:
                fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                if time.monotonic() >= until:
                    os.close(descriptor)
                    return False
                time.sleep(0.02)
            else:
                self._descriptor = descriptor
                return True

    def keep_from_forks(self) -> None:
        """A forked child that outlives us must not keep what it never took."""
        os.register_at_fork(after_in_child=self.release)

    @property
    def descriptor(self) -> int:
        if self._descriptor is None:
            raise RuntimeError(f"{self.path} is not taken")
        return self._descriptor

    def name_process(self, pid: int) -> None:
        os.ftruncate(self.descriptor, 0)
        os.pwrite(self.descriptor, str(pid).encode(), 0)

    def named_process(self) -> int | None:
        """The process written into the file, alive or not; None where there is none yet."""
        with contextlib.suppress(OSError, ValueError):
            return int(self.path.read_text())
        return None

    def release(self) -> None:
        """Close our descriptor; the lock lives on in processes that were handed it."""
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None
