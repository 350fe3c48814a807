from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from profiles.models.people import Profile
from profiles.names import name_key


class NameKeyField(models.CharField):  # type: ignore[type-arg]
    """`name_key` of the legal name, kept by the column itself: no writer can forget it.

    Whoever writes columns past the models (the loader) sets it; `update_fields` names it too.
    """

    def pre_save(self, model_instance: models.Model, add: bool) -> Any:
        key = name_key(getattr(model_instance, "legal_name", ""))
        setattr(model_instance, self.attname, key)
        return key


class Identity(models.Model):
    """What names or reaches a person or firm. Read only through `profiles.disclosure`."""

    profile = models.OneToOneField(Profile, on_delete=models.CASCADE, related_name="identity")
    legal_name = models.CharField(_("name"), max_length=200, blank=True)
    name_key = NameKeyField(max_length=400, blank=True, editable=False, db_index=True)
    email = models.EmailField(_("e-mail"), blank=True)
    phone = models.CharField(_("phone"), max_length=40, blank=True)
    address = models.CharField(_("exact place"), max_length=300, blank=True)
    website = models.URLField(_("website"), blank=True)

    class Meta:
        verbose_name = _("identity")
        verbose_name_plural = _("identities")

    def __str__(self) -> str:
        return f"Identity of profile {self.profile_id}"
