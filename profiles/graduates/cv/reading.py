"""Text out of a CV: a child process with bounded time and memory opens it, never this one."""

import json
import subprocess
import sys
import threading
from dataclasses import dataclass, field
from typing import Any

from django.conf import settings

from profiles.graduates.cv.limits import LARGEST_FILE, SECONDS, Fault, Refused

AT_ONCE = 2
WAIT = 5.0
_places = threading.BoundedSemaphore(AT_ONCE)
"""Of one web process' threads, so many read at a time; the others go on serving pages."""


@dataclass(frozen=True)
class Text:
    """What a file says: `lines` of a document, or the `resume` of a JSON Resume."""

    kind: str
    lines: list[str] = field(default_factory=list)
    resume: dict[str, Any] = field(default_factory=dict)


def read(content: bytes) -> Text:
    """Raises Refused: with a fault for every reason why the file is not taken."""
    if not content:
        raise Refused(Fault.EMPTY)
    if len(content) > LARGEST_FILE:
        raise Refused(Fault.TOO_LARGE)
    if not _places.acquire(timeout=WAIT):
        raise Refused(Fault.BUSY)
    try:
        answer = _ask_child(content)
    finally:
        _places.release()
    if "refused" in answer:
        raise Refused(Fault(answer["refused"]))
    return Text(**answer)


def _ask_child(content: bytes) -> dict[str, Any]:
    """The child sees the program and the file, and nothing of our environment."""
    root = str(settings.BASE_DIR)
    try:
        done = subprocess.run(
            [sys.executable, "-m", "profiles.graduates.cv.child"],
            input=content,
            capture_output=True,
            timeout=SECONDS,
            cwd=root,
            env={"PYTHONPATH": root, "PYTHONIOENCODING": "utf-8"},
            check=True,
        )
        answer: dict[str, Any] = json.loads(done.stdout)
    except (subprocess.SubprocessError, ValueError):
        raise Refused(Fault.TOO_HARD) from None
    return answer
