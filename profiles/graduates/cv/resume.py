"""A JSON Resume (jsonresume.org, schema 1.0.0) as far as a profile can take it over."""

import json
from typing import Any

from profiles.graduates.cv.limits import DEEPEST_NESTING, LARGEST_RESUME, Fault, Refused

SECTIONS = {
    "basics": dict,
    "work": list,
    "volunteer": list,
    "education": list,
    "awards": list,
    "certificates": list,
    "publications": list,
    "skills": list,
    "languages": list,
    "interests": list,
    "references": list,
    "projects": list,
}
TAKEN = {
    "skills": ("name", "level", "keywords"),
    "languages": ("language", "fluency"),
    "education": ("institution", "studyType", "area", "endDate"),
    "work": ("startDate", "endDate"),
}
MOST_ROWS, LONGEST = 100, 200


def read(content: bytes) -> dict[str, Any]:
    """The rows of `TAKEN` with texts and lists of texts only, and the names of the other sections.

    Raises Refused. Unknown keys are ignored, as the schema asks of readers.
    """
    if len(content) > LARGEST_RESUME:
        raise Refused(Fault.UNPACKS_TOO_LARGE)
    try:
        said = json.loads(content.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        raise Refused(Fault.CORRUPT) from None
    if _depth(said) > DEEPEST_NESTING:
        raise Refused(Fault.CORRUPT)
    if not isinstance(said, dict) or not any(_has(said, name) for name in SECTIONS):
        raise Refused(Fault.NO_RESUME)
    rows = {name: _rows(said, name) for name in TAKEN}
    return rows | {"left": [name for name in SECTIONS if name not in TAKEN and _has(said, name)]}


def _has(said: dict[str, Any], name: str) -> bool:
    return isinstance(said.get(name), SECTIONS[name]) and bool(said[name])


def _rows(said: dict[str, Any], name: str) -> list[dict[str, Any]]:
    rows = said.get(name) if _has(said, name) else []
    return [
        {key: _plain(row.get(key)) for key in TAKEN[name]}
        for row in (rows or [])[:MOST_ROWS]
        if isinstance(row, dict)
    ]


def _plain(value: Any) -> str | list[str]:
    if isinstance(value, list):
        return [str(each)[:LONGEST] for each in value[:MOST_ROWS] if isinstance(each, str)]
    return value[:LONGEST] if isinstance(value, str) else ""


def _depth(value: Any) -> int:
    """How deep the nesting goes; counted level by level, so that no depth is too deep to count."""
    level, depth = [value], 0
    while level and depth <= DEEPEST_NESTING:
        depth += 1
        inside = [each.values() if isinstance(each, dict) else each for each in level]
        level = [
            one
            for values in inside
            if not isinstance(values, str | int | float | None)
            for one in values
            if isinstance(one, dict | list)
        ]
    return depth
