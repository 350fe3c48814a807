"""Gettext catalogues without gettext's tools: a bare machine may lack msgfmt.

A catalogue is a dict from key to translation, both as a compiled file holds them: the context,
if any, comes before the key and "\\x04"; plural forms are joined by "\\x00".
"""

import ast
import re
import struct
from collections.abc import Iterator
from pathlib import Path

MAGIC = 0x950412DE
HEADER = struct.Struct("<7I")
_LINE = re.compile(
    r'(?:(msgctxt|msgid_plural|msgid|msgstr(?:\[\d+\])?)\s+)?("(?:[^"\\]|\\.)*")\s*$'
)

Catalogue = dict[str, str]


def read_source(path: Path) -> Catalogue:
    """The finished entries of a .po file: neither fuzzy, nor obsolete, nor without translation.

    Raises ValueError naming the file and line that cannot be read.
    """
    catalogue: Catalogue = {}
    for fuzzy, fields in _entries(path):
        forms = [text for name, text in fields.items() if name.startswith("msgstr")]
        if forms and all(forms) and not fuzzy:
            catalogue[_key(fields)] = "\0".join(forms)
    return catalogue


def read_compiled(path: Path) -> Catalogue:
    """All entries of a little-endian .mo file; ValueError where it is none."""
    content = path.read_bytes()
    if len(content) < HEADER.size or HEADER.unpack_from(content)[0] != MAGIC:
        raise ValueError(f"{path} is no compiled catalogue.")
    _, _, count, keys, values, _, _ = HEADER.unpack_from(content)
    return {
        _text_at(content, keys + 8 * each): _text_at(content, values + 8 * each)
        for each in range(count)
    }


def compiled(catalogue: Catalogue) -> bytes:
    """The content of the .mo file that holds `catalogue`."""
    entries = sorted((key.encode(), value.encode()) for key, value in catalogue.items())
    keys, values = HEADER.size, HEADER.size + 8 * len(entries)
    offset = values + 8 * len(entries)
    table, texts = [], []
    for text in [key for key, _ in entries] + [value for _, value in entries]:
        table.append(struct.pack("<2I", len(text), offset))
        texts.append(text + b"\0")
        offset += len(text) + 1
    return HEADER.pack(MAGIC, 0, len(entries), keys, values, 0, 0) + b"".join(table + texts)


def _text_at(content: bytes, row: int) -> str:
    length, offset = struct.unpack_from("<2I", content, row)
    return content[offset : offset + length].decode()


def _key(fields: dict[str, str]) -> str:
    context = f"{fields['msgctxt']}\x04" if "msgctxt" in fields else ""
    plural = f"\0{fields['msgid_plural']}" if "msgid_plural" in fields else ""
    return f"{context}{fields['msgid']}{plural}"


def _entries(path: Path) -> Iterator[tuple[bool, dict[str, str]]]:
    """Each entry's fields by keyword, and whether it is marked fuzzy."""
    fuzzy, fields, last = False, dict[str, str](), ""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        starts_entry = line.startswith(("#", "msgctxt")) or re.match(r"msgid\s", line)
        if starts_entry and any(name.startswith("msgstr") for name in fields):
            yield fuzzy, fields
            fuzzy, fields = False, {}
        if line.startswith("#"):
            fuzzy |= line.startswith("#,") and "fuzzy" in line
        elif found := _LINE.match(line):
            last = found[1] or last
            fields[last] = fields.get(last, "") + ast.literal_eval(found[2])
        elif line.strip():
            raise ValueError(f"{path}, line {number}: mend this line of the catalogue: {line}")
    if fields:
        yield fuzzy, fields
