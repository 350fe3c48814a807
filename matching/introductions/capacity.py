"""What may run at once: the places of an opening, and the hours of a volunteer over all pairings.

Whoever accepts, or records what came of it, holds the locks of `hold` first, so that of fifty at
once on the last place one gets it. Locks are taken in one order everywhere: opening, then persons
by key, then what runs between two, then the profiles of which something is shown or withheld.
"""

from typing import NamedTuple

from django.db.models import Count, F, Q, QuerySet, Sum
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from matching.introductions.models import Introduction
from matching.models import Opening
from matching.moves import RefusedError
from matching.places import Running
from profiles.models import Profile, User
from profiles.queries import together_with

TALKS_A_PLACE = 5
"""Talks at once for each place, in pairings where a talk does not fill it yet."""


class FullError(RefusedError):
    """No place, or no hour, is left; the message says which, and what can be done."""


def hold(introduction: Introduction) -> Opening:
    """Lock what two accepts at once would share; returns the opening as it is now."""
    opening: Opening = Opening.objects.select_for_update().get(pk=introduction.opening_id)
    users = Profile.objects.filter(pk__in=(introduction.asker_id, introduction.asked_id))
    volunteers = User.objects.filter(pk__in=users.values("user")).order_by("pk")
    list(volunteers.select_for_update().values_list("pk", flat=True))
    return opening


class Use(NamedTuple):
    """What accepted introductions take of an opening: places that are filled, and talks."""

    filled: int = 0
    talks: int = 0

    @property
    def needs(self) -> int:
        """The fewest places with which so much may run."""
        return self.filled + -(-self.talks // TALKS_A_PLACE)

    def leaves_no_place(self, opening: Opening) -> bool:
        """Whether nothing more can come of this opening than what came of it."""
        return self.filled >= opening.capacity

    def is_full(self, opening: Opening) -> bool:
        """Whether no further request can be accepted."""
        return self.leaves_no_place(opening) or self.talks >= self.most_talks(opening)

    def most_talks(self, opening: Opening) -> int:
        return (opening.capacity - self.filled) * TALKS_A_PLACE


FILLED, TALKS = Q(state="accepted", takes="place"), Q(state="accepted", takes="talk")


def running(opening: Opening) -> "QuerySet[Introduction]":
    rows: QuerySet[Introduction] = opening.introductions.filter(state="accepted")
    return rows


def use_of(opening: Opening) -> Use:
    counts = {"filled": Count("pk", filter=FILLED), "talks": Count("pk", filter=TALKS)}
    return Use(**running(opening).aggregate(**counts))


def what_runs(opening: Opening) -> Running:
    """Registered with `matching.places`."""
    use = use_of(opening)
    return Running(sum(use), use.needs, running_url(opening))


def running_url(opening: Opening) -> str:
    """The list of what was accepted through this opening."""
    return f"{reverse('introductions')}?state=accepted&opening={opening.public_id}"


def is_full(opening: Opening) -> bool:
    return use_of(opening).is_full(opening)


def hours_left(profile: Profile) -> int | None:
    """What a volunteer has not promised yet of a month's hours; `None` where no limit was said."""
    budget = _budget(profile)
    return None if budget is None else budget - _promised(profile)


def check(introduction: Introduction, opening: Opening) -> None:
    """Raises FullError where one more would be too much; call it under the locks of `hold`."""
    use = use_of(opening)
    if use.is_full(opening):
        raise FullError(_full(opening, use))
    check_hours(introduction, introduction.hours)


def check_place(introduction: Introduction, opening: Opening) -> None:
    """Raises FullError where what came of a talk would find no place; likewise under the locks."""
    use = use_of(opening)
    if introduction.takes != Introduction.Takes.PLACE and use.leaves_no_place(opening):
        raise FullError(_full(opening, use))


def check_hours(introduction: Introduction, more: int) -> None:
    """Raises FullError where a volunteer of the two has not so many hours a month left."""
    for profile in (introduction.asked, introduction.asker):
        left = hours_left(profile)
        if left is not None and left < more:
            raise FullError(_no_hours(introduction, profile, max(left, 0), more))


def takes(introduction: Introduction) -> list[str]:
    """What accepting takes of places and of one's own hours, in sentences."""
    opening, hours = introduction.opening, introduction.hours
    said = [_taken(opening, use_of(opening))]
    left = hours_left(introduction.asked)
    if left is not None:
        said.append(
            ngettext(
                "It takes %(count)d hour of your month; %(left)d are left.",
                "It takes %(count)d hours of your month; %(left)d are left.",
                hours,
            )
            % {"count": hours, "left": max(left, 0)}
        )
    return said


def _taken(opening: Opening, use: Use) -> str:
    if not opening.declaration.accepting_fills_a_place:
        most = use.most_talks(opening)
        return _("It is one of %(count)d talks at once; %(taken)d run now.") % {
            "count": most,
            "taken": use.talks,
        }
    return place_taken(opening, use.filled)


def place_taken(opening: Opening, filled: int) -> str:
    """That one more place is taken, beside those that are filled."""
    return ngettext(
        "It takes the only place.",
        "It takes one of %(count)d places; %(taken)d are taken.",
        opening.capacity,
    ) % {"count": opening.capacity, "taken": filled}


def _budget(profile: Profile) -> int | None:
    """Hours a month of the person, said once with the role of a mentor; firms have none."""
    if profile.user_id is None:
        return None
    said = together_with(profile).filter(mentor__hours_month__isnull=False)
    hours: int | None = said.aggregate(hours=Sum("mentor__hours_month"))["hours"]
    return hours


def _promised(profile: Profile) -> int:
    """What the accepted introductions of all the person's roles take of a month."""
    own = together_with(profile).values("pk")
    rows = Introduction.objects.filter(Q(asker__in=own) | Q(asked__in=own), state="accepted")
    taken: int = rows.aggregate(hours=Coalesce(Sum(F("hours")), 0))["hours"]
    return taken


def _full(opening: Opening, use: Use) -> str:
    if not use.leaves_no_place(opening):
        return _(
            "%(count)d talks run, as many as may run at once. End one, or add a place, and accept "
            "then."
        ) % {"count": use.talks}
    count = opening.capacity
    return ngettext(
        "The only place is taken. End what runs, or add a place, and accept then.",
        "All %(count)d places are taken. End one that runs, or add a place, and accept then.",
        count,
    ) % {"count": count}


def _no_hours(introduction: Introduction, profile: Profile, left: int, needed: int) -> str:
    if profile.pk == introduction.asked_id:
        return _(
            "This takes %(needed)d hours a month, and %(left)d of yours are left. End something, "
            "or give more hours, and accept then."
        ) % {"needed": needed, "left": left}
    return _("They have no hours left this month. Nothing was changed.")
