"""Whoever is in charge is told: a profile verified, or sent back and why; a skill refused."""

from collections.abc import Sequence

from django.urls import reverse
from django.utils.translation import gettext as _

from ledger.models import Event
from ledger.notices import Line
from profiles.disclosure import kind_label
from profiles.isolation import own_words
from profiles.models import Profile, SkillProposal, Verification
from profiles.queries import OWNERS, accounts_of
from profiles.reviewing import REASONS
from profiles.viewer import Viewer

What = Verification.What


def those_in_charge(events: Sequence[Event]) -> dict[int, list[int]]:
    """A profile's person, or the owners of the firm; who came in by a file asked nothing."""
    asked = [event for event in events if event.codes.get("how") != What.IMPORTED]
    keys = {event.subject_id for event in asked if event.subject_id}
    in_charge = accounts_of(keys, OWNERS)
    return {event.pk: in_charge.get(event.subject_id or 0, []) for event in asked}


def those_who_proposed(events: Sequence[Event]) -> dict[int, list[int]]:
    """Of a proposed skill: whoever is in charge of a profile that wished for it."""
    wished = _wished(events)
    in_charge = accounts_of({key for keys in wished.values() for key in keys}, OWNERS)
    return {
        event.pk: [user for key in wished[event.subject_id] for user in in_charge.get(key, [])]
        for event in events
        if event.subject_id in wished
    }


def _wished(events: Sequence[Event]) -> dict[int, list[int]]:
    """Keys of proposals to those of the profiles that wish for them."""
    proposals = SkillProposal.objects.filter(pk__in=[event.subject_id for event in events])
    rows = proposals.order_by("pk").values_list("pk", "proposers__pk")
    wished: dict[int, list[int]] = {}
    for proposal, profile in rows:
        wished.setdefault(proposal, []).append(profile)
    return wished


def lines_of_verified(events: Sequence[Event], reader: Viewer) -> dict[int, Line]:
    """What was checked and what that unlocks, as long as it holds."""
    return {
        event.pk: _verified(event, profile)
        for event, profile in _own(events, reader)
        if profile.is_verified
    }


def lines_of_sent_back(events: Sequence[Event], reader: Viewer) -> dict[int, Line]:
    """What to change, until the profile is sent in again or verified."""
    return {
        event.pk: _sent_back(event, profile)
        for event, profile in _own(events, reader)
        if not (profile.is_verified or profile.submitted_at)
    }


def lines_of_skill_refused(events: Sequence[Event], reader: Viewer) -> dict[int, Line]:
    """Which skill was not added and why, to those who wished for it."""
    own = SkillProposal.objects.filter(proposers__in=sorted(reader.profile_ids))
    proposals = own.distinct().in_bulk([event.subject_id for event in events])
    return {
        event.pk: _skill_refused(proposals[event.subject_id])
        for event in events
        if event.subject_id in proposals
    }


def _own(events: Sequence[Event], reader: Viewer) -> list[tuple[Event, Profile]]:
    """The events with their profiles, as far as those are the reader's own and not hidden."""
    own = {event.subject_id for event in events} & reader.profile_ids
    profiles = Profile.objects.in_bulk(list(own))
    return [(e, profiles[e.subject_id]) for e in events if e.subject_id in profiles]


def _verified(event: Event, profile: Profile) -> Line:
    more = _("%(role)s. What was checked: %(checked)s. Those whom you may meet can find you now.")
    checked = What(event.codes["how"]).label
    return Line(
        text=_("Your profile is verified"),
        more=more % {"role": kind_label(profile), "checked": checked},
        url=reverse("dashboard"),
    )


def _sent_back(event: Event, profile: Profile) -> Line:
    said = {"role": kind_label(profile), "reason": REASONS[event.codes["reason"]]}
    return Line(
        text=_("Programme staff sent your profile back"),
        more=_("%(role)s. %(reason)s") % said,
        url=reverse("my-profile"),
    )


def _skill_refused(proposal: SkillProposal) -> Line:
    more = _("Proposed skill: %(skill)s. %(reason)s")
    return Line(
        text=_("A skill you proposed was not added"),
        more=more % {"skill": own_words(proposal.text), "reason": own_words(proposal.reason)},
        url=reverse("my-skills"),
    )
