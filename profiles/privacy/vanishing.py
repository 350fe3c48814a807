"""Vanish: one action hides all that is a person's own; the same person alone brings it back."""

from dataclasses import dataclass

from django.db import transaction
from django.db.models import Count, F, Q

from ledger.actions import record
from profiles.models import Profile, User
from profiles.visibility import ProfileQuerySet

VANISHED = "profile.vanished"
RETURNED = "profile.returned"
SESSIONS_ENDED = "account.sessions_ended"


@dataclass(frozen=True, slots=True)
class Reach:
    """What vanishing would hide, and the firms that stay because others own them too."""

    hidden: list[Profile]
    staying: list[Profile]


def reach_of(user: User) -> Reach:
    mine = _belonging_to(user).exclude(status=Profile.Status.HIDDEN)
    alone = set(_alone(user).values_list("pk", flat=True))
    hidden = [profile for profile in mine if profile.user_id == user.pk or profile.pk in alone]
    return Reach(hidden, [profile for profile in mine if profile not in hidden])


def _belonging_to(user: User) -> ProfileQuerySet:
    """One's own, and the firms one is a member of."""
    rows: ProfileQuerySet = Profile.objects.filter(Q(user=user) | Q(firm__members__user=user))
    return rows.distinct().for_cards().order_by("pk")


def _alone(user: User) -> ProfileQuerySet:
    """Firms of which this account is the only owner."""
    owners = Count("firm__members", filter=Q(firm__members__role="owner"))
    owned = Q(firm__members__user=user, firm__members__role="owner")
    rows: ProfileQuerySet = Profile.objects.filter(owned)
    return Profile.objects.filter(pk__in=rows.values("pk")).annotate(n=owners).filter(n=1)


@transaction.atomic
def vanish(*, user: User) -> list[Profile]:
    """Hide everything at once and end the sessions elsewhere; done twice, it changes nothing.

    Returns what was hidden. Whoever calls it from a page keeps that session alive themselves.
    """
    keys = [profile.pk for profile in reach_of(user).hidden]
    hidden = list(Profile.objects.filter(pk__in=keys).select_for_update().order_by("pk"))
    for profile in hidden:
        profile.vanished_from, profile.status = profile.status, Profile.Status.HIDDEN
        profile.save(update_fields=["vanished_from", "status", "updated_at"])
        codes = {"from": profile.vanished_from}
        record(verb=VANISHED, subject=profile, actor_id=user.pk, codes=codes)
    end_sessions(user=user)
    return hidden


@transaction.atomic
def end_sessions(*, user: User) -> None:
    """Every session of this account ends now, wherever it is."""
    User.objects.filter(pk=user.pk).update(session_epoch=F("session_epoch") + 1)
    user.refresh_from_db(fields=["session_epoch"])
    record(verb=SESSIONS_ENDED, subject=user, actor_id=user.pk)


def vanished(user: User) -> ProfileQuerySet:
    """What this account hid and may bring back; what staff hid is not among it."""
    hidden = Q(status=Profile.Status.HIDDEN) & ~Q(vanished_from="")
    rows: ProfileQuerySet = Profile.objects.filter(hidden)
    owned = Q(firm__members__user=user, firm__members__role="owner")
    return rows.filter(Q(user=user) | owned).distinct().order_by("pk")


@transaction.atomic
def come_back(*, user: User) -> list[Profile]:
    """Everything is again as it was before, paused where it was paused."""
    keys = vanished(user).values("pk")
    returned = list(Profile.objects.filter(pk__in=keys).select_for_update().order_by("pk"))
    for profile in returned:
        profile.status, profile.vanished_from = profile.vanished_from, ""
        profile.save(update_fields=["vanished_from", "status", "updated_at"])
        record(verb=RETURNED, subject=profile, actor_id=user.pk)
    return returned
