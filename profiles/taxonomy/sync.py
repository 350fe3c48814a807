"""Brings the taxonomy of this folder's CSV files into the database; what staff added stays."""

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.apps import apps as current_apps
from django.db import models

from profiles.folding import skill_key

FOLDER = Path(__file__).parent


def rows(name: str) -> Iterator[dict[str, str]]:
    with (FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def sync(apps: Any = current_apps) -> None:
    """Insert or update sectors, languages, governorates, universities, skills and synonyms.

    `apps` is a migration's registry or the current one. The order of sectors and languages is
    their bit in the engine's masks: files only grow at the end.
    """

    def model(name: str) -> type[models.Model]:
        found: type[models.Model] = apps.get_model("profiles", name)
        return found

    _upsert(model("Sector"), "slug", _with_bits("sectors", "slug"))
    _upsert(model("Language"), "code", _with_bits("languages", "code"))
    _upsert(model("Governorate"), "code", list(rows("governorates")))
    _upsert(model("University"), "slug", [_university(row) for row in rows("universities")])
    _upsert(model("Skill"), "slug", [_skill(row) for row in rows("skills")])
    _add_synonyms(model("Skill"), model("SkillSynonym"))


def _upsert(model: Any, key: str, values: list[dict[str, Any]]) -> None:
    fields = {field.name for field in model._meta.fields}
    kept = [{name: value for name, value in row.items() if name in fields} for row in values]
    model.objects.bulk_create(
        (model(**row) for row in kept),
        update_conflicts=True,
        unique_fields=[key],
        update_fields=sorted(set(kept[0]) - {key}),
    )


def _with_bits(name: str, key: str) -> list[dict[str, Any]]:
    return [{**row, key: row[key], "bit": bit} for bit, row in enumerate(rows(name))]


def _university(row: dict[str, str]) -> dict[str, Any]:
    return {**row, "domains": [domain for domain in row["domains"].split("|") if domain]}


def _skill(row: dict[str, str]) -> dict[str, Any]:
    return {name: row[name] for name in ("slug", "label_en", "label_ar", "kind")}


def _add_synonyms(skill: Any, synonym: Any) -> None:
    """Every label and synonym finds its skill; the first to claim a key keeps it."""
    ids = dict(skill.objects.values_list("slug", "pk"))
    synonym.objects.bulk_create(
        (
            synonym(skill_id=ids[row["slug"]], text=text, key=key)
            for row in rows("skills")
            for key, text in _texts(row).items()
        ),
        ignore_conflicts=True,
    )


def _texts(row: dict[str, str]) -> dict[str, str]:
    texts = [row["slug"], row["label_en"], row["label_ar"]]
    texts += [text for name in ("synonyms_en", "synonyms_ar") for text in row[name].split("|")]
    return {skill_key(text): text for text in texts if text.strip()}
