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


class Vouch(models.Model):
    """One fact about a firm that staff checked. The latest check of a fact is what is said of it:
    one that was withdrawn says nothing, and what it had replaced does not come back.
    """

    class Fact(models.TextChoices):
        REGISTERED = "registered", _("Registered")
        STAFF = "staff", _("People employed")
        CONTRACTS = "contracts", _("Contracts delivered")
        REFERENCES = "references", _("References spoken to")

    MOST = 100_000
    WITHOUT_NUMBER = (Fact.REGISTERED,)

    firm = models.ForeignKey(Firm, on_delete=models.CASCADE, related_name="vouches")
    fact = models.CharField(_("fact"), max_length=10, choices=Fact.choices)
    number = models.PositiveIntegerField(_("number"), null=True, blank=True)
    checked_on = models.DateField(_("checked on"))
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    withdrawn_at = models.DateTimeField(_("withdrawn at"), null=True, blank=True)

    class Meta:
        verbose_name = _("fact that staff checked")
        verbose_name_plural = _("facts that staff checked")
        indexes: ClassVar = [models.Index(fields=["firm", "fact", "checked_on"])]
        constraints: ClassVar = [
            models.CheckConstraint(
                name="a_number_where_the_fact_has_one",
                condition=models.Q(fact="registered", number__isnull=True)
                | ~models.Q(fact="registered")
                & models.Q(number__isnull=False, number__range=(1, 100_000)),
            )
        ]

    def __str__(self) -> str:
        return f"{self.fact} of firm {self.firm_id}"
