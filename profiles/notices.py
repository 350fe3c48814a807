"""Mail to whoever is in charge of a profile: verified, sent back, a proposed skill refused.

A batch may come again after a crash. The mail is written in the transaction that marks the
event as delivered, so that what comes again was not mailed.
"""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from django.core.mail import EmailMessage
from django.db.models import QuerySet
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override

from ledger.links import absolute
from ledger.models import Event
from profiles.models import Profile, SkillProposal, User, Verification
from profiles.reviewing import REASONS

What = Verification.What


def tell_verified(events: Sequence[Event]) -> None:
    """Say what was checked and what that unlocks; who was brought in by a file asked nothing."""
    asked = [event for event in events if event.codes["how"] != What.IMPORTED]
    for event, profile in _about(asked):
        if profile.is_verified:
            _mail("mail/verified.txt", profile, partial(_checked, event))


def tell_sent_back(events: Sequence[Event]) -> None:
    """Say what to change, where the profile was not verified or sent in again meanwhile."""
    for event, profile in _about(events):
        if not (profile.is_verified or profile.submitted_at):
            _mail("mail/sent_back.txt", profile, partial(_refused, event))


def tell_skill_refused(events: Sequence[Event]) -> None:
    """Say to all who proposed it why a skill was not added."""
    proposals = SkillProposal.objects.in_bulk([event.subject_id for event in events])
    for proposal in proposals.values():
        for profile in proposal.proposers.exclude(status=Profile.Status.HIDDEN).order_by("pk"):
            _mail("mail/skill_refused.txt", profile, partial(_not_added, proposal))


def _about(events: Sequence[Event]) -> list[tuple[Event, Profile]]:
    """The events with their profiles, those left out that are hidden or gone."""
    shown = Profile.objects.exclude(status=Profile.Status.HIDDEN)
    profiles = shown.in_bulk([event.subject_id for event in events])
    return [(e, profiles[e.subject_id]) for e in events if e.subject_id in profiles]


def _checked(event: Event) -> dict[str, Any]:
    return {"checked": What(event.codes["how"]).label, "url": absolute(reverse("dashboard"))}


def _refused(event: Event) -> dict[str, Any]:
    return {"reason": REASONS[event.codes["reason"]], "url": absolute(reverse("my-profile"))}


def _not_added(proposal: SkillProposal) -> dict[str, Any]:
    url = absolute(reverse("my-skills"))
    return {"skill": proposal.text, "reason": proposal.reason, "url": url}


def _mail(template: str, profile: Profile, said: Callable[[], dict[str, Any]]) -> None:
    """One mail an owner, in the language of each."""
    for user in in_charge_of(profile):
        with override(user.language):
            text = render_to_string(template, {"role": profile.get_kind_display(), **said()})
            EmailMessage(_subject(), text, to=[user.email]).send()


def _subject() -> str:
    """The same for good and bad news: a subject is read over shoulders."""
    return _("News about your profile")


def in_charge_of(profile: Profile) -> QuerySet[User]:
    """The accounts that answer for a profile: its person's, or those of the firm's owners."""
    active = User.objects.filter(is_active=True).order_by("pk")
    if profile.kind == Profile.Kind.FIRM:
        return active.filter(memberships__firm=profile.pk, memberships__role="owner")
    return active.filter(profiles=profile)
