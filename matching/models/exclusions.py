from typing import ClassVar

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from profiles.models import Profile


class Exclusion(models.Model):
    """Two profiles that never meet, in lists or matches; `a` is who asked for it, if anyone."""

    class Reason(models.TextChoices):
        NOT_FOR_ME = "not_for_me", _("Not for me")
        DECLINED = "declined", _("Declined")
        BLOCKED = "blocked", _("Blocked")
        INTRODUCED = "introduced", _("Already introduced")
        STAFF = "staff", _("By programme staff")

    class Because(models.TextChoices):
        """What somebody may add to "not for me"; nobody has to."""

        TERMS = "terms", _("The terms do not suit me")
        SKILLS = "skills", _("The skills do not fit")
        FIELD = "field", _("Not my field")
        KNOWN = "known", _("We know each other already")
        OTHER = "other", _("Another reason")

    a = models.ForeignKey(Profile, on_delete=models.CASCADE, related_name="excludes")
    b = models.ForeignKey(Profile, on_delete=models.CASCADE, related_name="excluded_by")
    reason = models.CharField(_("reason"), max_length=15, choices=Reason.choices)
    because = models.CharField(_("because"), max_length=10, choices=Because.choices, blank=True)
    created_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        verbose_name = _("exclusion")
        verbose_name_plural = _("exclusions")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["a", "b"], name="one_exclusion_per_pair"),
            models.CheckConstraint(
                condition=~models.Q(a=models.F("b")), name="nobody_excludes_oneself"
            ),
        ]

    def __str__(self) -> str:
        return f"Profiles {self.a_id} and {self.b_id}"
