from django.db import models
from django.utils.translation import gettext_lazy as _


class Step(models.IntegerChoices):
    """How far somebody may read a profile; each step holds those before it."""

    ALIAS = 0, _("Nothing but that it is there")
    CAPABILITY = 1, _("Capability")
    REGION = 2, _("Region")
    NAME = 3, _("Name")
    CONTACT = 4, _("Contact")
