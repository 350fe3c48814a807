"""Versions of a programme's rules are published and never changed; its window's status is."""

import copy
import logging
from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from grants.building import Document, DocumentError
from grants.documents import programme_of, read_all
from grants.models import Programme, RuleSet
from ledger.actions import record

log = logging.getLogger(__name__)
PUBLISHED = "rules.published"
STATUS = "programme.status"


class NotPublishableError(ValueError):
    """A version, a number or a status that cannot stand; the message says what to change."""


def publish_missing() -> int:
    """Publish the shipped documents whose version is not there yet; returns how many.

    What is published already wins, also over a file that was edited since. One that staff's own
    version holds back is warned of: nothing that it says would be read.
    """
    known = set(RuleSet.objects.values_list("programme__slug", "version"))
    missing = [each for each in read_all() if _key(each) not in known]
    for document in missing:
        publish(document=document, by_id=None)
    for slug, version in map(_key, held_back()):
        log.warning("%s version %d is not read: staff published another as that.", slug, version)
    return len(missing)


def held_back() -> list[Document]:
    """The shipped documents under whose number staff published one that says something else."""
    rows = RuleSet.objects.filter(published_by__isnull=False).select_related("programme")
    own = {(row.programme.slug, row.version): row.document for row in rows}
    return [each for each in read_all() if own.get(_key(each), each) != each]


def _key(document: Document) -> tuple[str, int]:
    return document["slug"], document["version"]


@transaction.atomic
def publish(*, document: Document, by_id: int | None) -> RuleSet:
    """Raises NotPublishableError for a document that is wrong, or a version that is there."""
    try:
        read = programme_of(document)
    except DocumentError as error:
        raise NotPublishableError(str(error)) from None
    window = document["window"]
    programme, _is_new = Programme.objects.get_or_create(
        slug=read.slug,
        defaults={
            "status": window["status"],
            "status_checked_on": date.fromisoformat(window["checked_on"]),
            "status_source": read.source(window["source"])["url"] if "source" in window else "",
        },
    )
    Programme.objects.select_for_update().get(pk=programme.pk)
    if programme.rule_sets.filter(version=read.version).exists():
        raise NotPublishableError(
            _("Version %(version)d is published, and stays as it is. Give the next a new number.")
            % {"version": read.version}
        )
    rule_set = RuleSet.objects.create(
        programme=programme, version=read.version, document=document, published_by_id=by_id
    )
    record(
        verb=PUBLISHED,
        subject=rule_set,
        actor_id=by_id,
        codes={"programme": programme.slug, "version": read.version},
    )
    return rule_set


@transaction.atomic
def fill(
    *,
    programme: Programme,
    parameter: str,
    span: dict[str, str],
    source: dict[str, Any],
    by_id: int | None,
) -> RuleSet:
    """Say a number that was a placeholder, with its source: a new version that differs in it alone.

    span: value, and where known quote, valid_from, valid_to; source: title (en, ar), url, read_on
    Raises NotPublishableError where the number stands already, or is none.
    """
    Programme.objects.select_for_update().get(pk=programme.pk)
    newest = programme.newest
    document = copy.deepcopy(newest.document)
    spans = document.get("parameters", {}).get(parameter, {}).get("spans", [])
    if not any(each["provenance"] == "placeholder" for each in spans):
        raise NotPublishableError(_("This number is published already. Nothing was changed."))
    name = f"{parameter.replace('_', '-')}-{newest.version + 1}"
    document["version"] = newest.version + 1
    document["sources"][name] = source
    kept = [each for each in spans if each["provenance"] != "placeholder"]
    said = {**span, "provenance": "published", "source": name}
    document["parameters"][parameter]["spans"] = [*kept, said]
    return publish(document=document, by_id=by_id)


@transaction.atomic
def set_status(
    *, programme: Programme, status: str, checked_on: date, source: str, by_id: int | None
) -> Programme:
    """What the window's page said on that day. Raises NotPublishableError for a day to come."""
    if checked_on > timezone.localdate():
        raise NotPublishableError(_("That day is still to come. Give the day you looked."))
    row = Programme.objects.select_for_update().get(pk=programme.pk)
    row.status = Programme.Status(status)
    row.status_checked_on, row.status_source = checked_on, source
    row.save()
    codes = {"status": str(row.status), "checked_on": checked_on.isoformat()}
    record(verb=STATUS, subject=row, actor_id=by_id, codes=codes)
    return row
