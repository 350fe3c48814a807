"""A PDF file as lines; one that does more than show text is refused."""

from collections.abc import Iterator
from io import BytesIO
from typing import Any

from pypdf import PageObject, PdfReader, overwrite_configuration
from pypdf.errors import LimitReachedError, PyPdfError
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject

from profiles.graduates.cv.limits import LARGEST_STREAM, MOST_OBJECTS, MOST_PAGES, Fault, Refused
from profiles.graduates.cv.lines import lines_of

_ACTS = {"/JavaScript", "/Launch", "/SubmitForm", "/ImportData", "/Rendition", "/GoToE", "/GoToR"}
_MEDIA = {"/FileAttachment", "/RichMedia", "/Movie", "/Sound", "/3D", "/Screen"}
_DEEPEST = 30


def read(content: bytes) -> list[str]:
    """Raises Refused."""
    overwrite_configuration(
        zlib_maximum_output_length=LARGEST_STREAM,
        lzw_maximum_output_length=LARGEST_STREAM,
        run_length_maximum_output_length=LARGEST_STREAM,
    )
    try:
        return lines_of(_text(PdfReader(BytesIO(content), strict=False)))
    except Refused:
        raise
    except LimitReachedError:
        raise Refused(Fault.UNPACKS_TOO_LARGE) from None
    except (PyPdfError, ValueError, LookupError, TypeError, AttributeError, RecursionError):
        raise Refused(Fault.CORRUPT) from None


def _text(reader: PdfReader) -> str:
    if reader.is_encrypted:
        raise Refused(Fault.ENCRYPTED)
    if len(reader.pages) > MOST_PAGES:
        raise Refused(Fault.TOO_LONG)
    for row in _dictionaries(reader):
        _check(row)
    return "\n".join(_page_text(page) for page in reader.pages)


def _page_text(page: PageObject) -> str:
    """Asked for text only, pypdf takes a page that unpacks to too much for an empty one."""
    page.get_contents()
    return page.extract_text()


def _check(row: DictionaryObject) -> None:
    """Whatever acts when opened or carries another file, wherever in the document it hangs."""
    if "/JS" in row or "/XFA" in row or _name(row, "/S") in _ACTS:
        raise Refused(Fault.SCRIPTS)
    if "/EF" in row or _name(row, "/Type") == "/EmbeddedFile" or _name(row, "/Subtype") in _MEDIA:
        raise Refused(Fault.EMBEDDED)


def _name(row: DictionaryObject, key: str) -> str:
    """The value, also where it stands behind a reference."""
    return str(row[key]) if key in row else ""


def _dictionaries(reader: PdfReader) -> Iterator[DictionaryObject]:
    """Every dictionary of the file, those that no page refers to among them."""
    numbers = {(number, gen) for gen, table in reader.xref.items() for number in table}
    numbers |= {(number, 0) for number in reader.xref_objStm}
    if len(numbers) > MOST_OBJECTS:
        raise Refused(Fault.TOO_LONG)
    yield from _inside(reader.trailer, 0)
    for number, generation in sorted(numbers):
        yield from _inside(_object(reader, number, generation), 0)


def _object(reader: PdfReader, number: int, generation: int) -> Any:
    """The object, or None where the file's table points nowhere, as careless writers let it."""
    try:
        return reader.get_object(IndirectObject(number, generation, reader))
    except LimitReachedError:
        raise
    except (PyPdfError, ValueError, LookupError, TypeError, AttributeError):
        return None


def _inside(value: Any, depth: int) -> Iterator[DictionaryObject]:
    """The dictionaries within, not through references: those are visited by their number."""
    if depth > _DEEPEST:
        raise Refused(Fault.CORRUPT)
    if isinstance(value, DictionaryObject):
        yield value
        for inner in value.values():
            yield from _inside(inner, depth + 1)
    elif isinstance(value, ArrayObject):
        for inner in value:
            yield from _inside(inner, depth + 1)
