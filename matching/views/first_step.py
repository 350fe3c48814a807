"""What somebody who is not matched with an opening does before they can ask to meet its owner."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from matching.models import Opening
from profiles.viewer import Viewer


@dataclass(frozen=True, slots=True)
class FirstStep:
    text: str
    action: str
    url: str


def first_step(opening: Opening, viewer: Viewer) -> FirstStep:
    """The one step that a reader without a candidacy there lacks, from the Viewer alone."""
    kinds = opening.declaration.candidate_kinds
    if viewer.user_id is None:
        text = _("Members whose search fits this can ask its owner to meet. It takes an account.")
        return FirstStep(text, _("Join"), reverse("join"))
    if not kinds & {role.kind for role in viewer.roles}:
        text = _("None of your roles can be matched with this opening. One account can have more.")
        return FirstStep(text, _("Your roles"), reverse("roles"))
    if not kinds & viewer.verified_kinds:
        text = _("Only verified members ask. Your profile waits for programme staff, or for you.")
        return FirstStep(text, _("Look at your profile"), reverse("my-profile"))
    text = _("You have not agreed to be matched here: “%(kind)s”. Say what you look for, then ask.")
    return FirstStep(
        text % {"kind": opening.declaration.candidate_label},
        _("Say what you look for"),
        reverse("new-candidacy", args=[opening.pairing]),
    )
