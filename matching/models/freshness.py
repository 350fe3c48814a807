"""What the engine's index holds, and who changed since it was built."""

from typing import Any, ClassVar, Self

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class IndexGeneration(models.Model):
    """A published index of one pairing; the newest counts, on every host.

    name: its folder, sorts by age; changes: the number of the last change that it contains
    """

    pairing = models.CharField(max_length=20)
    name = models.CharField(max_length=40, unique=True)
    changes = models.BigIntegerField()
    published_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        verbose_name = _("index")
        verbose_name_plural = _("indexes")
        ordering: ClassVar = ["pairing", "-name"]

    def __str__(self) -> str:
        return f"{self.pairing} index {self.pk}"


class IndexPiece(models.Model):
    """Some megabytes of one file of an index, kept only where hosts share no folder."""

    generation = models.ForeignKey(IndexGeneration, on_delete=models.CASCADE, related_name="pieces")
    path = models.CharField(max_length=60)
    number = models.IntegerField()
    data = models.BinaryField()

    class Meta:
        verbose_name = _("piece of an index")
        verbose_name_plural = _("pieces of indexes")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["generation", "path", "number"], name="one_index_piece_a_place"
            ),
        ]

    def __str__(self) -> str:
        return f"Piece {self.pk} of an index"


class IndexChangeQuerySet(models.QuerySet[Any]):
    def since(self, pairing: str, number: int) -> Self:
        return self.filter(pairing=pairing, number__gt=number)


class IndexChange(models.Model):
    """One party as it was when its change was applied to the lists: the newest of it alone.

    number: grows with each change of the pairing; facts: integers as the engine takes them,
    `None` where the party may not be matched any more
    """

    class Side(models.TextChoices):
        OPENING = "opening"
        CANDIDACY = "candidacy"

    pairing = models.CharField(max_length=20)
    side = models.CharField(max_length=10, choices=Side.choices)
    party = models.BigIntegerField()
    number = models.BigIntegerField()
    facts: "models.JSONField[Any, Any]" = models.JSONField(null=True)

    objects = IndexChangeQuerySet.as_manager()

    class Meta:
        verbose_name = _("change since the index")
        verbose_name_plural = _("changes since the index")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["pairing", "side", "party"], name="one_change_a_party"),
        ]
        indexes: ClassVar = [
            models.Index(fields=["pairing", "number"], name="changes_by_number"),
        ]

    def __str__(self) -> str:
        return f"{self.pairing} {self.side} {self.party}, change {self.number}"
