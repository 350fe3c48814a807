"""How it stands between the two of a pair: what the pages of matches show of introductions."""

from collections.abc import Iterable, Sequence

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef
from django.db.models.functions import JSONObject
from django.urls import reverse
from django.utils.translation import gettext as _

from matching.introductions.models import Introduction
from matching.introductions.responsiveness import responsiveness_of
from matching.introductions.saying import heading_of
from matching.meeting import Meeting, Pair
from matching.models import Candidacy, Opening
from matching.pairings.declaration import Side
from matching.views.pairs import own_side_of, sides_of
from profiles.models import Profile
from profiles.viewer import Viewer


def meetings(pairs: Sequence[Pair], viewer: Viewer, with_answers: bool) -> list[Meeting]:
    """Registered with `matching.meeting`: a query at most, and one for how the others answer."""
    latest = _latest(pairs)
    sides = [sides_of(*pair, own_side_of(pair[1], viewer)) for pair in pairs]
    answers = responsiveness_of(other.pk for _own, other in sides) if with_answers else {}
    found = []
    for (opening, candidacy), (own, other) in zip(pairs, sides, strict=True):
        words = answers[other.pk].words if other.pk in answers else ()
        last = latest.get((opening.pk, candidacy.pk))
        found.append(_meeting(opening, candidacy, own, last, viewer, words))
    return found


TOLD = ("public_id", "opening_id", "candidacy_id", "asker_id", "asked_id", "state")


def carried_by(side: Side) -> ArraySubquery:
    """Registered with it too: the introductions of a row, as `_latest` reads them."""
    rows = Introduction.objects.filter(**{side: OuterRef("pk")}).order_by("pk")
    return ArraySubquery(rows.values(told=JSONObject(**{name: name for name in TOLD})))


def _latest(pairs: Sequence[Pair]) -> dict[tuple[int, int], Introduction]:
    """The last one of each pair; no query where one side of all of them carries it."""
    carried = [row.met for row in pairs[0] if hasattr(row, "met")]
    rows = [Introduction(**told) for told in carried[0]] if carried else _rows(pairs)
    return {(row.opening_id, row.candidacy_id): row for row in rows}


def _rows(pairs: Sequence[Pair]) -> Iterable[Introduction]:
    rows: Iterable[Introduction] = Introduction.objects.filter(
        opening__in={opening.pk for opening, _ in pairs},
        candidacy__in={candidacy.pk for _, candidacy in pairs},
    ).order_by("pk")
    return rows


def _meeting(
    opening: Opening,
    candidacy: Candidacy,
    own: Profile,
    last: Introduction | None,
    viewer: Viewer,
    answers: tuple[str, ...],
) -> Meeting:
    may_ask = viewer.writes_for(own.pk)
    if last is not None and last.is_live:
        return _running(last, own, may_ask)
    again = last is not None
    before = f"{heading_of(last, own.pk)}. " if last is not None else ""
    text = _("You say why in 300 characters, and choose what they read of you. They have 72 hours.")
    action = _("Ask again") if again else _("Ask for an introduction")
    url = reverse("ask-introduction", args=[opening.public_id, candidacy.public_id])
    return Meeting(
        heading=_("Ask for an introduction"),
        text=before + text,
        action=action if may_ask else "",
        url=url if may_ask else "",
        answers=answers,
    )


def _running(last: Introduction, own: Profile, may_answer: bool) -> Meeting:
    waits_for_us = last.state == Introduction.State.WAITING and last.asked_id == own.pk
    text, action = (
        (_("They wrote to you and wait for an answer."), _("Read and answer"))
        if waits_for_us and may_answer
        else (
            _("How it stands, and what each of you reads of the other, is on one page."),
            _("See the introduction"),
        )
    )
    return Meeting(
        heading=heading_of(last, own.pk),
        text=text,
        action=action,
        url=reverse("introduction", args=[last.public_id]),
    )
