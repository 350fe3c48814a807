from django.db import models
from django.utils.translation import gettext_lazy as _

from profiles.models.people import Profile


class Identity(models.Model):
    """What names or reaches a person or firm. Read only through `profiles.disclosure`."""

    profile = models.OneToOneField(Profile, on_delete=models.CASCADE, related_name="identity")
    legal_name = models.CharField(_("name"), max_length=200, blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    phone = models.CharField(_("phone"), max_length=40, blank=True)
    address = models.CharField(_("exact place"), max_length=300, blank=True)
    website = models.URLField(_("website"), blank=True)

    class Meta:
        verbose_name = _("identity")
        verbose_name_plural = _("identities")

    def __str__(self) -> str:
        return f"Identity of profile {self.profile_id}"
