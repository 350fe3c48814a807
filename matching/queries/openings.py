"""Which openings there are, for whom, in words that pages, API and engine share."""

from typing import Any, Self

from django.db import models
from django.db.models import F, Prefetch, Q
from django.utils import timezone

from matching.queries.exclusions import openings_never_met
from profiles.folding import fold, skill_key
from profiles.models import SkillSynonym
from profiles.viewer import Viewer
from profiles.visibility import card_relations, card_rows, no_card_rows


def is_open() -> Q:
    """Published, in time, by an owner who is there and was verified."""
    return Q(
        Q(closes_on__isnull=True) | Q(closes_on__gte=timezone.localdate()),
        status="published",
        owner__status="active",
        owner__verified_at__isnull=False,
    )


class OpeningQuerySet(models.QuerySet[Any]):
    def open(self) -> Self:
        return self.filter(is_open())

    def visible_to(self, viewer: Viewer) -> Self:
        """Open ones of owners who do not exclude the viewer, and everything of one's own.

        Strangers may read an opening whose owner they may not list: `disclose` shows the
        owner under an alias.
        """
        if viewer.is_staff:
            return self
        shown = is_open() & ~openings_never_met(viewer)
        return self.filter(Q(owner__in=sorted(viewer.profile_ids)) | shown)

    def with_owner(self) -> Self:
        return self.select_related("owner", *card_relations("owner__"))

    def for_cards(self) -> Self:
        """With the owner, their card's relations, and the skills that are asked for."""
        return self.with_owner().prefetch_related(self.asked(), *card_rows("owner__"))

    def asked(self) -> "Prefetch[Any]":
        """The skills that openings ask for, with their words."""
        rows = self.model.skills.through.objects.select_related("skill")
        return Prefetch("asked_skills", queryset=rows)

    def for_list(self) -> Self:
        """In two queries: with the owner's name and region, no skills or languages on the card."""
        asked = self.model.skills.through.objects.select_related("skill")
        return self.select_related("owner", *card_relations("owner__")).prefetch_related(
            Prefetch("asked_skills", queryset=asked.order_by("-importance", "pk")),
            *no_card_rows("owner__"),
        )

    def newest_first(self) -> Self:
        return self.order_by("-published_at", "-pk")

    def closing_first(self) -> Self:
        """The soonest date first; those without a date come last."""
        return self.order_by(F("closes_on").asc(nulls_last=True), "-pk")

    def asking_for(self, slugs: list[str]) -> Self:
        """Openings that ask for all these skills."""
        found = self
        for slug in slugs:
            found = found.filter(skills__slug=slug)
        return found

    def searched(self, text: str) -> Self:
        """Openings that have every word of the text: as a skill they ask for, or as written.

        A skill is matched by its taxonomy entry first, so that C, C++ and C# stay apart.
        """
        skills = _skills_called([text, *text.split()])
        words = [text] if skill_key(text) in skills else text.split()
        found = self
        for word in words:
            found = found.filter(self._having(word, skills.get(skill_key(word))))
        return found

    def _having(self, word: str, skill_id: int | None) -> Q:
        if skill_id is None:
            return Q(folded__contains=fold(word))
        asked = self.model.skills.through.objects.filter(skill=skill_id)
        return Q(pk__in=asked.values("opening"))


def _skills_called(words: list[str]) -> dict[str, int]:
    """Key to skill id of the words that name a skill, in one query."""
    keys = {skill_key(word) for word in words} - {""}
    return dict(SkillSynonym.objects.filter(key__in=keys).values_list("key", "skill_id"))
