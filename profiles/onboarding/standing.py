"""Where a profile stands, in one sentence, and the one step that comes next."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from profiles.models import Profile
from profiles.questions.declaration import Question
from profiles.questions.pages import Asking


@dataclass(frozen=True, slots=True)
class Standing:
    """state: new, missing, ready, sent or verified; url and action: the next step, if any."""

    state: str
    finding: str
    text: str
    url: str = ""
    action: str = ""

    @property
    def may_be_sent(self) -> bool:
        return self.state == "ready"


def standing_of(profile: Profile, asking: Asking) -> Standing:
    if profile.is_verified:
        return _verified()
    missing = asking.flow.missing(profile)
    if missing:
        return _missing(asking, missing)
    return _sent(profile) if profile.submitted_at else _ready()


def _missing(asking: Asking, missing: list[Question]) -> Standing:
    finding = ngettext(
        "One answer is missing before you can be found",
        "%(number)d answers are missing before you can be found",
        len(missing),
    )
    return Standing(
        "missing",
        finding % {"number": len(missing)},
        _("What you answer is kept at once. Come back whenever you like."),
        asking.addresses.question(missing[0].slug),
        _("Next: %(question)s") % {"question": missing[0].title},
    )


def _ready() -> Standing:
    return Standing(
        "ready",
        _("All that is needed is there"),
        _("Check your answers, then send them in. Programme staff look at every profile once."),
        reverse("profile-check"),
        _("Check your answers"),
    )


def _sent(profile: Profile) -> Standing:
    assert profile.submitted_at is not None
    day = date_format(localtime(profile.submitted_at), "DATE_FORMAT")
    return Standing(
        "sent",
        _("Sent in on %(day)s") % {"day": day},
        _(
            "Programme staff look at it and write to you. Meanwhile you can read openings, and"
            " what you add below makes your matches better."
        ),
    )


def _verified() -> Standing:
    return Standing(
        "verified",
        _("Your profile is verified"),
        _(
            "Those whom you may meet can find you. You may change everything; staff look again"
            " only where you change what they checked."
        ),
    )
