from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class Draft(models.Model):
    """What someone typed into a form that is not saved yet; read and written by `profiles.drafts`.

    `form` names the form and the row it is about ("question:headline:<public id>"), `data` is
    what was posted: field name to list of texts.
    """

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    form = models.CharField(max_length=120)
    data = models.JSONField(default=dict)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name = _("draft")
        verbose_name_plural = _("drafts")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["user", "form"], name="one_draft_per_form")
        ]

    def __str__(self) -> str:
        return f"Draft {self.pk}"
