import secrets
import uuid
from datetime import timedelta
from typing import ClassVar, Self

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


def random_name() -> str:
    """Where the bytes lie: says nothing about whose they are, and cannot be guessed."""
    return secrets.token_hex(20)


class PrivateFileQuerySet(models.QuerySet["PrivateFile"]):
    def unclaimed(self, *, for_at_least: timedelta) -> Self:
        """Files that no row of any floor refers to (any more)."""
        rows = self.filter(created_at__lt=timezone.now() - for_at_least)
        claims = [relation.name for relation in self.model._meta.related_objects]
        return rows.filter(**{f"{name}__isnull": True for name in claims})


class PrivateFile(models.Model):
    """A file that only those whom its purpose admits may read; a row of an upper floor claims it.

    `name` is what the owner called it: personal, shown only to those who may read the file.
    """

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    purpose = models.CharField(max_length=40)
    name = models.CharField(max_length=120)
    media_type = models.CharField(max_length=100)
    size = models.PositiveIntegerField()
    sha256 = models.CharField(max_length=64)
    stored_name = models.CharField(max_length=40, unique=True, default=random_name, editable=False)
    created_at = models.DateTimeField(default=timezone.now, db_index=True)

    objects = PrivateFileQuerySet.as_manager()

    class Meta:
        verbose_name = _("private file")
        verbose_name_plural = _("private files")
        constraints: ClassVar = [
            models.CheckConstraint(condition=models.Q(size__gt=0), name="a_file_is_not_empty")
        ]

    def __str__(self) -> str:
        return f"File {self.pk}"
