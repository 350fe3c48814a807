"""A consent as its owner reads it: to whom, how far, what for, since and until when."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self

from django.db.models import Exists, OuterRef
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from profiles.disclosure import heading, kind_label
from profiles.models import Consent, ConsentQuerySet, Profile
from profiles.privacy.consents.counterparties import met_by
from profiles.steps import Step, held_by
from profiles.viewer import Viewer


@dataclass(frozen=True, slots=True)
class ConsentLine:
    """is_met: whether the owner still may see the party, and so give it more or less."""

    row: Consent
    title: str
    hint: str
    is_met: bool

    @classmethod
    def of(cls, row: Consent, viewer: Viewer) -> Self:
        title, region = heading(row.to, viewer)
        hint = _(", ").join(filter(None, (kind_label(row.to), region)))
        return cls(row, title, hint, row.is_met)  # type: ignore[attr-defined]  # for_lines adds it

    @property
    def step(self) -> str:
        return str(Step(self.row.step).label)

    @property
    def reads(self) -> list[str]:
        """The fields, from the first step on."""
        return [str(words) for _step, words in held_by(self.row.step)]

    @property
    def facts(self) -> list[str]:
        return [
            self.row.get_purpose_display(),
            _("since %(day)s") % {"day": date_format(localtime(self.row.given_at))},
            self._end,
        ]

    @property
    def _end(self) -> str:
        if self.row.revoked_at:
            return _("ended on %(day)s") % {"day": date_format(localtime(self.row.revoked_at))}
        return _("until %(day)s") % {"day": date_format(self.row.until)}

    @property
    def profile_url(self) -> str:
        return reverse("profile", args=[self.row.to.public_id]) if self.is_met else ""

    @property
    def change_url(self) -> str:
        return self._url("consent") if self.is_met else ""

    @property
    def revoke_url(self) -> str:
        return self._url("revoke-consent")

    @property
    def history_url(self) -> str:
        return self._url("consent-history")

    def _url(self, name: str) -> str:
        return reverse(name, args=[self.row.owner.public_id, self.row.to.public_id])


def for_lines(rows: ConsentQuerySet, viewer: Viewer) -> ConsentQuerySet:
    """With all that a line reads, in the query of the rows themselves; the last given first."""
    met = Exists(met_by(viewer).filter(pk=OuterRef("to")))
    whole = rows.select_related("owner", "to__identity", "to__governorate").annotate(is_met=met)
    return whole.order_by("-given_at", "-pk")


def lines(rows: Iterable[Consent], viewer: Viewer) -> list[ConsentLine]:
    return [ConsentLine.of(row, viewer) for row in rows]


def standing(owner: Profile, to: Profile) -> Consent | None:
    """What is in force between the two."""
    return Consent.objects.in_force().filter(owner=owner, to=to).first()
