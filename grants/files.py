"""Documents that ship as files: TOML, read as JSON has it and checked against a JSON schema."""

import json
import tomllib
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator
from jsonschema.exceptions import best_match

from grants.building import Document, DocumentError


def read_toml(path: Path) -> Document:
    """Raises DocumentError for what is no TOML."""
    try:
        document: Document = _plain(tomllib.loads(path.read_text("utf-8")))
    except tomllib.TOMLDecodeError as error:
        raise DocumentError(str(error)) from None
    return document


def _plain(value: Any) -> Any:
    """As JSON has it: TOML's own days become text."""
    if isinstance(value, dict):
        return {key: _plain(each) for key, each in value.items()}
    if isinstance(value, list):
        return [_plain(each) for each in value]
    return value.isoformat() if isinstance(value, date) else value


def check(document: Document, schema: Path) -> None:
    """Raises DocumentError: where the schema is broken most, in the words that part `says`."""
    error = best_match(_validator(schema).iter_errors(document))
    if error is not None:
        where = ".".join(map(str, error.absolute_path)) or "the document"
        raise DocumentError(f"{where}: {error.schema.get('says', error.message)}")


@cache
def _validator(schema: Path) -> Draft202012Validator:
    return Draft202012Validator(json.loads(schema.read_text("utf-8")))
