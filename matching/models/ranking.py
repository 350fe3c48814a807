from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from matching.models.candidacies import Candidacy
from matching.models.openings import Opening


class TopMatches(models.Model):
    """The best counterparts of one opening (keys of candidacies) or candidacy (of openings).

    ids and scores (0..1,000,000) run side by side, best first; kth is the last stored score,
    0 while the list (of MATCHES_STORED) is not full. stamp is the number of the transaction that
    wrote the row last, kept by a trigger: readers ask for what was written since.
    """

    opening = models.OneToOneField(
        Opening, null=True, on_delete=models.CASCADE, related_name="top_matches"
    )
    candidacy = models.OneToOneField(
        Candidacy, null=True, on_delete=models.CASCADE, related_name="top_matches"
    )
    pairing = models.CharField(max_length=20)
    ids = ArrayField(models.BigIntegerField())
    scores = ArrayField(models.IntegerField())
    kth = models.IntegerField()
    weights_version = models.PositiveIntegerField()
    generation = models.CharField(max_length=40)
    updated_at = models.DateTimeField(default=timezone.now)
    stamp = models.BigIntegerField(default=0, editable=False)

    class Meta:
        verbose_name = _("best matches")
        verbose_name_plural = _("best matches")
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=models.Q(opening__isnull=True, candidacy__isnull=False)
                | models.Q(opening__isnull=False, candidacy__isnull=True),
                name="best_matches_have_one_side",
            ),
            models.CheckConstraint(
                condition=models.Q(ids__len=models.F("scores__len")),
                name="every_match_has_its_score",
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["pairing", "stamp"], name="matches_by_stamp")]

    def __str__(self) -> str:
        side = f"opening {self.opening_id}" if self.opening_id else f"candidacy {self.candidacy_id}"
        return f"Best matches of {side}"
