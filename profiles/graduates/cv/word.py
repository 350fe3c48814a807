"""A Word document as lines: the package is checked before python-docx opens it."""

import re
from collections.abc import Iterator
from io import BytesIO
from typing import Any
from zipfile import BadZipFile, ZipFile, ZipInfo

from docx import Document
from docx.oxml.ns import qn

from profiles.graduates.cv.limits import LARGEST_UNPACKED, MOST_ENTRIES, Fault, Refused
from profiles.graduates.cv.lines import CELL, lines_of

MAIN = "word/document.xml"
_TEMPLATE_ELSEWHERE = re.compile(rb"attachedTemplate[^>]*Target=[\"'](?:https?:|//|\\\\)", re.I)
_AT_ONCE = 65536


def read(content: bytes) -> list[str]:
    """Raises Refused."""
    try:
        with ZipFile(BytesIO(content)) as package:
            _check(package)
        return lines_of("\n".join(_lines(Document(BytesIO(content)).element.body)))
    except Refused:
        raise
    except (BadZipFile, NotImplementedError, OSError, EOFError):
        raise Refused(Fault.CORRUPT) from None
    except Exception as error:  # python-docx and lxml have no common ancestor for what they raise
        raise Refused(Fault.CORRUPT) from error


def _check(package: ZipFile) -> None:
    entries = package.infolist()
    if len(entries) > MOST_ENTRIES or sum(each.file_size for each in entries) > LARGEST_UNPACKED:
        raise Refused(Fault.UNPACKS_TOO_LARGE)
    if any(each.flag_bits & 1 for each in entries):
        raise Refused(Fault.ENCRYPTED)
    if MAIN not in package.namelist():
        raise Refused(Fault.WRONG_TYPE)
    left = LARGEST_UNPACKED
    for entry in entries:
        _check_name(entry.filename.lower())
        left -= _check_content(package, entry, left)


def _check_name(name: str) -> None:
    if "vbaproject" in name or "vbadata" in name:
        raise Refused(Fault.MACROS)
    if "/embeddings/" in name or "/activex/" in name:
        raise Refused(Fault.EMBEDDED)


def _check_content(package: ZipFile, entry: ZipInfo, most: int) -> int:
    """Bytes that the entry really unpacks to: what it declares may be a lie."""
    size, text = 0, bytearray()
    with package.open(entry) as unpacked:
        while chunk := unpacked.read(_AT_ONCE):
            size += len(chunk)
            if size > most:
                raise Refused(Fault.UNPACKS_TOO_LARGE)
            if entry.filename.endswith((".xml", ".rels")):
                text += chunk
    _check_text(bytes(text))
    return size


def _check_text(text: bytes) -> None:
    if b"<!DOCTYPE" in text or b"<!ENTITY" in text:
        raise Refused(Fault.CORRUPT)
    if b"macroEnabled" in text:
        raise Refused(Fault.MACROS)
    if _TEMPLATE_ELSEWHERE.search(text):
        raise Refused(Fault.LINKED)


def _lines(body: Any) -> Iterator[str]:
    """Paragraphs in order, text boxes among them; a row whose cells are short is one line."""
    seen: set[Any] = set()
    for part in body.iter(qn("w:tr"), qn("w:p")):
        if part in seen or _is_spare(part):
            continue
        if part.tag == qn("w:p"):
            yield _text(part)
            continue
        inside = [list(cell.iter(qn("w:p"))) for cell in part.iterchildren(qn("w:tc"))]
        if all(len(paragraphs) == 1 for paragraphs in inside):
            seen.update(paragraphs[0] for paragraphs in inside)
            yield CELL.join(_text(paragraphs[0]) for paragraphs in inside)


def _is_spare(part: Any) -> bool:
    """A text box is written twice, the second time for programs that do not know the first."""
    return any(True for _ in part.iterancestors("{*}Fallback"))


def _text(paragraph: Any) -> str:
    """What stands in this paragraph itself, not in a text box anchored to it."""
    said = []
    for node in paragraph.iter(qn("w:t"), qn("w:tab"), qn("w:br"), qn("w:noBreakHyphen")):
        if next(node.iterancestors(qn("w:p")), None) is paragraph:
            said.append(_SIGNS.get(node.tag, node.text or ""))
    return "".join(said)


_SIGNS = {qn("w:tab"): "\t", qn("w:br"): "\n", qn("w:noBreakHyphen"): "-"}
