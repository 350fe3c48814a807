from typing import Any, ClassVar

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from matching.engine.criteria import ONE, Weights
from matching.models.terms import check_pairing


class WeightSet(models.Model):
    """One published version of a pairing's weights, per mille; the newest version counts."""

    pairing = models.CharField(_("pairing"), max_length=20, validators=[check_pairing])
    version = models.PositiveIntegerField(_("version"))
    criteria = ArrayField(models.CharField(max_length=40))
    holder = ArrayField(models.PositiveSmallIntegerField())
    requirer = ArrayField(models.PositiveSmallIntegerField())
    published_at = models.DateTimeField(default=timezone.now, editable=False)
    published_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        verbose_name = _("set of weights")
        verbose_name_plural = _("sets of weights")
        ordering: ClassVar = ["pairing", "-version"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["pairing", "version"], name="one_set_per_version"),
            models.CheckConstraint(
                condition=models.expressions.RawSQL(
                    "matching_sum_of(holder) = %s AND matching_sum_of(requirer) = %s"
                    " AND cardinality(holder) = cardinality(criteria)"
                    " AND cardinality(requirer) = cardinality(criteria)",
                    (ONE, ONE),
                    output_field=models.BooleanField(),
                ),
                name="weights_of_each_side_sum_to_1000",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.pairing} weights, version {self.version}"

    @property
    def weights(self) -> Weights:
        rows: Any = zip(self.criteria, self.holder, self.requirer, strict=True)
        return {name: (holder, requirer) for name, holder, requirer in rows}
