from django.db import models
from django.utils.translation import gettext_lazy as _

from profiles.models import Profile, University


class Graduate(models.Model):
    """What only a graduate has; the shared facts are on the profile."""

    profile = models.OneToOneField(
        Profile, primary_key=True, on_delete=models.CASCADE, related_name="graduate"
    )
    university = models.ForeignKey(
        University,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        verbose_name=_("university"),
    )
    degree = models.CharField(_("degree"), max_length=120, blank=True)
    graduation_year = models.PositiveSmallIntegerField(
        _("year of graduation"), null=True, blank=True
    )

    class Meta:
        verbose_name = _("graduate")
        verbose_name_plural = _("graduates")

    def __str__(self) -> str:
        return f"Graduate {self.pk}"
