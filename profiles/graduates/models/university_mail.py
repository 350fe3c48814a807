from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from profiles.graduates.models.graduate import Graduate
from profiles.models import University


class UniversityMail(models.Model):
    """A code sent to a university address, and whether it came back.

    The address itself is not kept: `address_hash` is enough to let it verify one profile only.
    """

    graduate = models.OneToOneField(
        Graduate, primary_key=True, on_delete=models.CASCADE, related_name="university_mail"
    )
    university = models.ForeignKey(University, on_delete=models.PROTECT, related_name="+")
    address_hash = models.CharField(max_length=64)
    code_hash = models.CharField(max_length=64)
    sent_at = models.DateTimeField()
    sendings = models.PositiveSmallIntegerField(default=0)
    tries = models.PositiveSmallIntegerField(default=0)
    confirmed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("university address")
        verbose_name_plural = _("university addresses")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["address_hash"],
                condition=models.Q(confirmed_at__isnull=False),
                name="one_address_verifies_one_profile",
            )
        ]

    def __str__(self) -> str:
        return f"University address of graduate {self.pk}"
