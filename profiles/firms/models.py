from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from profiles.models import Profile


class Firm(models.Model):
    """What only a firm has."""

    class Type(models.TextChoices):
        LOCAL_IT = "local_it", _("Local IT firm")
        STARTUP = "startup", _("Startup")
        DIASPORA = "diaspora", _("Diaspora-led company")
        INTERNATIONAL = "international", _("International company")

    profile = models.OneToOneField(
        Profile, primary_key=True, on_delete=models.CASCADE, related_name="firm"
    )
    type = models.CharField(_("type"), max_length=15, choices=Type.choices)
    team_size = models.PositiveIntegerField(_("people in the team"), null=True, blank=True)
    founded_year = models.PositiveSmallIntegerField(_("founded"), null=True, blank=True)

    class Meta:
        verbose_name = _("firm")
        verbose_name_plural = _("firms")

    def __str__(self) -> str:
        return f"Firm {self.pk}"


class FirmMember(models.Model):
    """Someone who acts for a firm."""

    class Role(models.TextChoices):
        OWNER = "owner", _("Owner")
        RECRUITER = "recruiter", _("Recruiter")
        READER = "reader", _("Reader")

    firm = models.ForeignKey(Firm, on_delete=models.CASCADE, related_name="members")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="memberships"
    )
    role = models.CharField(_("role"), max_length=10, choices=Role.choices, default=Role.READER)

    class Meta:
        verbose_name = _("member of a firm")
        verbose_name_plural = _("members of a firm")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["firm", "user"], name="one_role_per_member")
        ]

    def __str__(self) -> str:
        return f"Account {self.user_id} in firm {self.firm_id}"
