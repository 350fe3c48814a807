"""Staff review who asked to be verified: sent back with a reason, and who read an identity."""

from django.db import transaction
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from ledger.actions import record
from ledger.models import Event
from profiles.models import Profile

PROFILE_SENT_BACK = "profile.sent_back"
IDENTITY_READ = "identity.read"

REASONS: dict[str, str | Promise] = {
    "unclear": _("What you do is not clear yet. Say more about it, then send it in again."),
    "unreadable": _("The document could not be read. Send a clear picture or a scan."),
    "mismatch": _("The name and the document differ. Give the name as the document has it."),
    "names_inside": _(
        "The public text holds a name or a way to reach you. Take it out, for your own safety."
    ),
    "not_a_fit": _("The programme is not for this kind of profile. Write to staff if it is."),
}
"""Reason codes, and what the owner reads; each says what to do next."""


@transaction.atomic
def send_back(*, profile: Profile, reason: str, by_id: int | None) -> Profile:
    """Staff cannot verify it as it is; the owner reads why and may send it in again.

    reason: one of REASONS; another raises KeyError
    """
    if reason not in REASONS:
        raise KeyError(f"“{reason}” is no reason: use one of {', '.join(REASONS)}.")
    profile.submitted_at = None
    profile.save(update_fields=["submitted_at", "updated_at"])
    record(verb=PROFILE_SENT_BACK, subject=profile, actor_id=by_id, codes={"reason": reason})
    return profile


def reason_sent_back(profile: Profile) -> str | Promise:
    """Why it was sent back, "" where it was not, or was sent in or verified since."""
    if profile.submitted_at or profile.is_verified:
        return ""
    events = Event.objects.filter(
        subject_kind=profile._meta.label_lower, subject_id=profile.pk, verb=PROFILE_SENT_BACK
    )
    last = events.order_by("-at", "-pk").first()
    return REASONS.get(last.codes["reason"], "") if last else ""


def note_identity_read(*, profile: Profile, by_id: int | None) -> None:
    """Staff opened the page on which a name and a contact stand."""
    with transaction.atomic():
        record(verb=IDENTITY_READ, subject=profile, actor_id=by_id)
