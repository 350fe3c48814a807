from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from profiles.models.people import Profile


class Verification(models.Model):
    """One thing that was checked of a profile, by whom and when; withdrawn ones stay as history.

    Without a person in `by` the system checked it. Profile.verified_at and verified_how say the
    latest that stands: `profiles.actions` and the loader keep the two together.
    """

    class What(models.TextChoices):
        IDENTITY = "identity", _("Identity document")
        UNIVERSITY = "university", _("University record")
        REGISTER = "register", _("Company register")
        INVESTOR = "investor", _("Record as an investor")
        CONVERSATION = "conversation", _("Conversation")
        UNIVERSITY_EMAIL = "university_email", _("E-mail of a university")
        IMPORTED = "imported", _("Brought in by programme staff")

    profile = models.ForeignKey(Profile, on_delete=models.CASCADE, related_name="verifications")
    what = models.CharField(_("what was checked"), max_length=20, choices=What.choices)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    at = models.DateTimeField(_("checked at"), default=timezone.now)
    withdrawn_at = models.DateTimeField(_("withdrawn at"), null=True, blank=True)

    class Meta:
        verbose_name = _("verification")
        verbose_name_plural = _("verifications")
        indexes: ClassVar = [models.Index(fields=["profile", "at"])]

    def __str__(self) -> str:
        return f"{self.what} of profile {self.profile_id}"
