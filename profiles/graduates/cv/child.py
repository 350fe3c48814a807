"""The process that opens strangers' files: `python -m profiles.graduates.cv.child`.

Bytes come in on stdin, JSON goes out: {"kind", "lines"}, {"kind", "resume"} or {"refused"}. It
loads neither Django nor the settings, knows no secret, and its time and memory are bounded before
it looks at the first byte.
"""

import json
import resource
import sys
from typing import Any

import puremagic

from profiles.graduates.cv import pdf, resume, word
from profiles.graduates.cv.limits import (
    CPU_SECONDS,
    MEMORY,
    PDF,
    RESUME,
    WORD,
    Fault,
    Refused,
)

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED_PACKAGE = "EncryptedPackage".encode("utf-16-le")


def main() -> None:
    bound()
    try:
        answer = read(sys.stdin.buffer.read())
    except Refused as refusal:
        answer = {"refused": refusal.fault}
    json.dump(answer, sys.stdout)


def bound() -> None:
    """No more memory, processor time, files or written bytes than a CV needs."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def read(content: bytes) -> dict[str, Any]:
    """What the content turned out to be, and its text."""
    kind = kind_of(content)
    if kind == RESUME:
        return {"kind": kind, "resume": resume.read(content)}
    return {"kind": kind, "lines": (pdf if kind == PDF else word).read(content)}


def kind_of(content: bytes) -> str:
    """By content, whatever the file is called; raises Refused."""
    if not content.strip():
        raise Refused(Fault.EMPTY)
    if content.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] in (b"{", b"["):
        return RESUME
    endings = _endings(content)
    if ".pdf" in endings:
        return PDF
    if ".docx" in endings:
        return WORD
    if content.startswith(_OLE):
        raise Refused(Fault.ENCRYPTED if _ENCRYPTED_PACKAGE in content else Fault.OLD_WORD)
    raise Refused(Fault.WRONG_TYPE)


def _endings(content: bytes) -> set[str]:
    """What puremagic takes the content for: the formats of Office share their first bytes."""
    try:
        return {match.extension for match in puremagic.magic_string(content)}
    except puremagic.PureError:
        return set()


if __name__ == "__main__":
    main()
