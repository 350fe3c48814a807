"""The page of a profile: who it is as far as the reader may know, and what ties the two."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Exists, OuterRef
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from matching.introductions.responsiveness import asked_lately, measured_of
from matching.models import Candidacy, Opening, SavedItem
from matching.pairings import registry
from matching.pairings.declaration import Side
from matching.saved.queries import PROFILE, save_key
from matching.views.lines import opening_line
from profiles.actions import standing_checks
from profiles.badges import checked_words
from profiles.disclosure import Card, disclose
from profiles.firms.vouching import vouches_of
from profiles.middleware import ViewedRequest
from profiles.models import Consent, Profile
from profiles.queries import governed_by
from profiles.reveals import note_reveal
from profiles.reviewing import note_identity_read
from profiles.stages import stages
from profiles.steps import Step
from profiles.viewer import Viewer
from profiles.zones import zone_city

MOST_OPENINGS = 10


@require_safe
def profile(request: ViewedRequest, public_id: str) -> HttpResponse:
    found = seen_by(request.viewer, public_id)
    if found is None:
        raise Http404
    if request.viewer.is_staff and not request.viewer.owns(found.pk):
        note_identity_read(profile=found, by_id=request.viewer.user_id)
    page = page_of(found, request.viewer)
    page |= {
        "ties": _ties(page["theirs"], page["sought"], request.viewer, found),
        "may_exclude": request.viewer.profile_ids and not request.viewer.owns(found.pk),
        "is_hidden": found.is_hidden,
        "more": _more(found, request.viewer),
        "saved": _saved(found, request.viewer),
        "answers": _answers(found),
    }
    note_reveal(found, request.viewer)
    return render(request, "profiles/profile.html", page)


def _more(found: Profile, viewer: Viewer) -> dict[str, Any]:
    """How far it reads the profile acted as, for whoever decides that one's privacy."""
    given, is_governed = found.given, found.is_governed  # type: ignore[attr-defined]  # by seen_by
    if not is_governed or viewer.owns(found.pk) or found.is_hidden:
        return {}
    own = next(role for role in viewer.roles if role.profile_id == viewer.acting_profile_id)
    return {"own": own.public_id, "given": Step(given).label if given else ""}


def _answers(found: Profile) -> tuple[str, ...]:
    """How they usually answer whoever asks them, where enough is known."""
    measured = measured_of(found.asked_lately)  # type: ignore[attr-defined]  # seen_by adds it
    return measured.words if measured else ()


def _saved(found: Profile, viewer: Viewer) -> set[str] | None:
    """Its key where the viewer keeps it; `None` for those who are shown no Save button."""
    if viewer.user_id is None or viewer.owns(found.pk):
        return None
    kept: bool = found.is_kept  # type: ignore[attr-defined]  # seen_by adds it
    return {save_key(PROFILE, found.public_id)} if kept else set()


def seen_by(viewer: Viewer, public_id: object) -> Profile | None:
    """The profile, where this viewer may know of it, with what was checked of it."""
    kept = SavedItem.objects.filter(user=viewer.user_id, profile=OuterRef("pk"))
    checks = standing_checks(OuterRef("pk"))
    acting = viewer.acting_profile_id or 0
    rows = (
        Profile.objects.visible_to(viewer)
        .for_cards()
        .annotate(
            is_kept=Exists(kept),
            asked_lately=asked_lately(OuterRef("pk")),
            given=Consent.objects.step_between(acting, OuterRef("pk")),
            is_governed=Exists(governed_by(viewer.user_id or 0).filter(pk=acting)),
            checked_what=ArraySubquery(checks.values("what")),
            checked_at=ArraySubquery(checks.values("at")),
            vouches=vouches_of(OuterRef("pk")),
        )
    )
    found: Profile | None = rows.filter(public_id=public_id).first()
    return found


def page_of(found: Profile, viewer: Viewer) -> dict[str, Any]:
    """What the page shows to any viewer, a real one or one that somebody wants to look through."""
    card, theirs, sought = disclose(found, viewer), _offers(found, viewer), _seeks(found, viewer)
    return {
        "theirs": theirs,
        "sought": sought,
        "card": card,
        "checks": _checks(found),
        "stages": stages(card),
        "clock": zone_city(timezone.get_current_timezone_name()),
        "offers": [opening_line(opening, viewer) for opening in theirs],
        "seeks": [row.declaration.candidate_label for row in sought],
        "robots": "noindex" if _is_person(card) else "",
    }


def _checks(found: Profile) -> list[str]:
    """What was checked of it and when, in words, the latest first."""
    what, at = found.checked_what, found.checked_at  # type: ignore[attr-defined]  # by seen_by
    return list(map(checked_words, what, at))


def _is_person(card: Card) -> bool:
    return card.kind != Profile.Kind.FIRM or not card.is_named


def _offers(found: Profile, viewer: Viewer) -> list[Opening]:
    if not _takes_part(found, "opening"):
        return []
    rows = Opening.objects.open().visible_to(viewer).filter(owner=found)
    return list(rows.for_list().newest_first()[:MOST_OPENINGS])


def _seeks(found: Profile, viewer: Viewer) -> list[Candidacy]:
    if not _takes_part(found, "candidacy"):
        return []
    return list(Candidacy.objects.active().visible_to(viewer).filter(profile=found))


def _takes_part(found: Profile, side: Side) -> bool:
    """Whether its kind is ever on that side of a pairing."""
    pairings = registry.all_pairings().values()
    if side == "opening":
        return any(found.kind in pairing.owner_kinds for pairing in pairings)
    return any(found.kind in pairing.candidate_kinds for pairing in pairings)


def _ties(
    theirs: Sequence[Opening], sought: Sequence[Candidacy], viewer: Viewer, found: Profile
) -> list[dict[str, Any]]:
    """Where the viewer and this profile are a pair, and the page that explains each."""
    mine = sorted(viewer.profile_ids - {found.pk})
    pairs: list[tuple[Opening, Candidacy]] = []
    if mine and theirs:
        pairs += _paired(theirs, Candidacy.objects.active().filter(profile__in=mine))
    if mine and sought:
        wanted = {row.pairing for row in sought}
        offering = Opening.objects.open().filter(owner__in=mine, pairing__in=wanted)
        pairs += _paired(offering[:MOST_OPENINGS], sought)
    return [_tie(opening, candidacy) for opening, candidacy in pairs]


def _paired(
    openings: Iterable[Opening], candidacies: Iterable[Candidacy]
) -> list[tuple[Opening, Candidacy]]:
    """Each opening with the candidacy of its pairing."""
    by_pairing = {row.pairing: row for row in candidacies}
    return [(row, by_pairing[row.pairing]) for row in openings if row.pairing in by_pairing]


def _tie(opening: Opening, candidacy: Candidacy) -> dict[str, Any]:
    return {
        "label": opening.title,
        "language": opening.language,
        "url": reverse("match", args=[opening.public_id, candidacy.public_id]),
    }
