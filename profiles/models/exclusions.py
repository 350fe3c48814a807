from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from profiles.models.people import Profile


class ExcludedName(models.Model):
    """A name that a profile never meets, whether or not anyone here bears it.

    `text` is as it was typed and only its owner's to read; `key` is `names.name_key` of it, and
    is compared with the keys of legal names.
    """

    profile = models.ForeignKey(Profile, on_delete=models.CASCADE, related_name="excluded_names")
    text = models.CharField(max_length=200)
    key = models.CharField(max_length=400, db_index=True)

    class Meta:
        verbose_name = _("name never to meet")
        verbose_name_plural = _("names never to meet")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["profile", "key"], name="a_name_is_excluded_once"),
            models.CheckConstraint(condition=~models.Q(key=""), name="an_excluded_name_has_a_key"),
        ]

    def __str__(self) -> str:
        return f"Name {self.pk} of profile {self.profile_id}"
