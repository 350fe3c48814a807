from collections.abc import Mapping

from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Step(models.IntegerChoices):
    """How far somebody may read a profile; each step holds those before it."""

    ALIAS = 0, _("Nothing but that it is there")
    CAPABILITY = 1, _("Capability")
    REGION = 2, _("Region")
    NAME = 3, _("Name")
    CONTACT = 4, _("Contact")


ADDS: Mapping[Step, str | Promise] = {
    Step.CAPABILITY: _(
        "Headline and text, sectors, skills, languages, years of work, weekly hours, what only "
        "your kind of profile says, and what was checked."
    ),
    Step.REGION: _("Country and governorate."),
    Step.NAME: _("Name and website."),
    Step.CONTACT: _("E-mail, phone and exact place."),
}
"""What each step adds to those before it, in words for its owner; `disclose` keeps to it."""


def held_by(step: int) -> list[tuple[Step, str | Promise]]:
    """Every step up to this one with what it adds."""
    return [(each, words) for each, words in ADDS.items() if each <= step]
