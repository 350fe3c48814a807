"""What a profile's task list says of openings and candidacies: the first thing to say, by kind."""

from collections.abc import Callable, Mapping

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from matching.authoring.offers import offers_to
from matching.authoring.standing import standing
from matching.models import Candidacy, Opening
from matching.pairings.words import Words
from profiles.models import Profile
from profiles.onboarding.tasks import Task, adds_tasks

WORDS: Mapping[str, tuple[Words, Words]] = {
    "graduate": (
        _("Say what you look for"),
        _("Unlocks matches with jobs, internships and mentors: nobody is matched unasked."),
    ),
    "mentor": (
        _("Publish an offer"),
        _("Unlocks requests from graduates and founders whom you can help."),
    ),
    "investor": (
        _("Say what you invest in"),
        _("Unlocks the startups that fit your mandate, with the reasons."),
    ),
    "firm": (
        _("Post what you need or offer"),
        _("Unlocks matches, with the reasons on both sides."),
    ),
}
"""By kind: what is to do, and what it unlocks."""

STATES: Mapping[str, Words] = {
    "met": _("Done"),
    "partly": _("Begun"),
    "not": _("To do"),
}


def add_all() -> None:
    for kind in WORDS:
        adds_tasks(kind, source(kind))


def source(kind: str) -> Callable[[Profile], list[Task]]:
    label, hint = WORDS[kind]

    def tasks(profile: Profile) -> list[Task]:
        state = state_of(profile)
        return [Task(label, hint, _url(profile), state, STATES[state])]

    return tasks


def state_of(profile: Profile) -> str:
    """met: something was sent in and stands; partly: a draft, a pause or an end; else not."""
    rows: list[Opening | Candidacy] = [
        *Opening.objects.filter(owner=profile).select_related("owner"),
        *Candidacy.objects.filter(profile=profile).select_related("profile"),
    ]
    if any(standing(row).is_live or _waits_for_staff(row, profile) for row in rows):
        return "met"
    return "partly" if rows else "not"


def _waits_for_staff(row: Opening | Candidacy, profile: Profile) -> bool:
    sent_in = row.status in (Opening.Status.PUBLISHED, Candidacy.Status.ACTIVE)
    return sent_in and not profile.is_verified


def _url(profile: Profile) -> str:
    """Straight to the beginning where there is one thing to begin, else to the list."""
    offers = offers_to(profile)
    url = offers[0].url if len(offers) == 1 and not _has_rows(profile) else reverse("my-openings")
    return f"{url}?profile={profile.public_id}"


def _has_rows(profile: Profile) -> bool:
    return profile.openings.exists() or profile.candidacies.exists()
