"""What stands in the way of asking, before a word is typed; `actions.ask` decides in the end."""

from dataclasses import dataclass

from django.conf import settings
from django.db.models import Count, Q
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from matching.introductions import capacity
from matching.introductions.models import Introduction
from matching.models import Candidacy, Opening
from matching.pairings.declaration import Side
from matching.views.authoring.rows import Addresses
from profiles.models import Profile


@dataclass(frozen=True, slots=True)
class Obstacle:
    """Why one cannot ask now, and the one thing that can be done about it."""

    title: str
    text: str
    action: str
    url: str


@dataclass(frozen=True, slots=True)
class Counts:
    """waiting: the asker's requests without an answer; use: what runs through the opening"""

    waiting: int
    use: capacity.Use

    @property
    def left(self) -> int:
        most: int = settings.INTRODUCTIONS_OPEN_AT_ONCE
        return max(most - self.waiting, 0)


def counts_of(opening: Opening, asker: Profile) -> Counts:
    """Both in one query."""
    waits = Q(asker=asker, state=Introduction.State.WAITING)
    here = Q(opening=opening)
    found = Introduction.objects.filter(waits | here & Q(state="accepted")).aggregate(
        waiting=Count("pk", filter=waits),
        filled=Count("pk", filter=here & capacity.FILLED),
        talks=Count("pk", filter=here & capacity.TALKS),
    )
    return Counts(found["waiting"], capacity.Use(found["filled"], found["talks"]))


def obstacle(
    opening: Opening, candidacy: Candidacy, own: Profile, own_side: Side, counts: Counts
) -> Obstacle | None:
    """The first thing in the way, `None` where the way is free."""
    return (
        _of_profile(own)
        or _of_opening(opening, own_side)
        or _of_candidacy(candidacy, own_side)
        or _of_requests(counts)
        or _of_places(opening, own_side, counts)
    )


def _of_profile(own: Profile) -> Obstacle | None:
    if not own.is_verified:
        return Obstacle(
            _("Your profile is not verified yet"),
            _("Only verified members ask. Programme staff look at every profile once."),
            _("Look at your profile"),
            reverse("my-profile"),
        )
    if not own.is_active:
        return Obstacle(
            _("Your profile is paused"),
            _("Whoever is paused meets nobody new. Resume, then ask."),
            _("Resume"),
            reverse("privacy-of", args=[own.public_id]),
        )
    return None


def _of_opening(opening: Opening, own_side: Side) -> Obstacle | None:
    if opening.is_open:
        return None
    title = _("This opening is not open")
    if own_side == "opening":
        text = _("Nobody is introduced through it meanwhile. Open it again, then ask.")
        return Obstacle(title, text, _("Look at it"), Addresses(opening).check())
    return Obstacle(
        title,
        _("Its owner closed or paused it, so nobody can be introduced through it."),
        _("Your other matches"),
        reverse("my-matches"),
    )


def _of_candidacy(candidacy: Candidacy, own_side: Side) -> Obstacle | None:
    if candidacy.is_active:
        return None
    if own_side == "candidacy":
        return Obstacle(
            _("You have not agreed to be matched here"),
            _("Your consent to be matched is paused or has ended. Give it again, then ask."),
            _("Look at it"),
            Addresses(candidacy).tasks(),
        )
    return Obstacle(
        _("They are not to be met here now"),
        _("Their consent to be matched is paused or has ended."),
        _("Your other matches"),
        reverse("my-matches"),
    )


def _of_requests(counts: Counts) -> Obstacle | None:
    if counts.left:
        return None
    most = settings.INTRODUCTIONS_OPEN_AT_ONCE
    return Obstacle(
        ngettext("%(most)d request of yours waits", "%(most)d requests of yours wait", most)
        % {"most": most},
        _("That is as many as may wait at once. Withdraw one, or wait for an answer, then ask."),
        _("Requests that you sent"),
        f"{reverse('introductions')}?show=sent&state=waiting",
    )


def _of_places(opening: Opening, own_side: Side, counts: Counts) -> Obstacle | None:
    if not counts.use.is_full(opening):
        return None
    title = _("All places are taken at present")
    if own_side == "opening":
        text = _("End an introduction that runs, or add a place, then ask.")
        return Obstacle(title, text, _("Introductions that run"), capacity.running_url(opening))
    return Obstacle(
        title,
        _("A place is free again as soon as one of them ends. Save the opening, or ask elsewhere."),
        _("Read the opening"),
        reverse("opening", args=[opening.public_id]),
    )
