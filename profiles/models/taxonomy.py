"""The words that describe people: staff-kept, in English and Arabic."""

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _


class Labelled(models.Model):
    label_en = models.CharField(_("English label"), max_length=120)
    label_ar = models.CharField(_("Arabic label"), max_length=120)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.label

    @property
    def label(self) -> str:
        """The label in the reader's language."""
        return self.label_ar if (get_language() or "").startswith("ar") else self.label_en


class Skill(Labelled):
    """`esco_ids` are the skills of ESCO that it stands for: often none, sometimes several."""

    slug = models.SlugField(max_length=60, unique=True)
    kind = models.CharField(max_length=20, db_index=True)
    esco_ids = ArrayField(models.CharField(max_length=64), default=list, blank=True, editable=False)

    class Meta:
        verbose_name = _("skill")
        verbose_name_plural = _("skills")
        ordering: ClassVar = ["label_en"]
        indexes: ClassVar = [GinIndex(fields=["esco_ids"], name="skills_by_esco_id")]


class SkillSynonym(models.Model):
    """Another way people write a skill. `key` is `folding.skill_key(text)`: one skill a key."""

    skill = models.ForeignKey(Skill, on_delete=models.CASCADE, related_name="synonyms")
    text = models.CharField(_("text"), max_length=120)
    key = models.CharField(max_length=120, unique=True, editable=False)

    class Meta:
        verbose_name = _("skill synonym")
        verbose_name_plural = _("skill synonyms")
        indexes: ClassVar = [
            GinIndex(fields=["key"], opclasses=["gin_trgm_ops"], name="synonyms_by_part")
        ]

    def __str__(self) -> str:
        return self.text


class Sector(Labelled):
    """`bit` is the sector's place in the engine's masks: given once, never moved."""

    slug = models.SlugField(max_length=40, unique=True)
    bit = models.PositiveSmallIntegerField(unique=True, editable=False)

    class Meta:
        verbose_name = _("sector")
        verbose_name_plural = _("sectors")
        ordering: ClassVar = ["bit"]
        constraints: ClassVar = [
            models.CheckConstraint(condition=models.Q(bit__lt=24), name="sector_bit_fits_the_mask")
        ]


class Language(Labelled):
    code = models.CharField(max_length=3, unique=True)
    bit = models.PositiveSmallIntegerField(unique=True, editable=False)

    class Meta:
        verbose_name = _("language")
        verbose_name_plural = _("languages")
        ordering: ClassVar = ["bit"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=models.Q(bit__lt=16), name="language_bit_fits_the_mask"
            )
        ]


class Governorate(Labelled):
    code = models.CharField(max_length=6, unique=True)

    class Meta:
        verbose_name = _("governorate")
        verbose_name_plural = _("governorates")
        ordering: ClassVar = ["label_en"]


class University(models.Model):
    slug = models.SlugField(max_length=60, unique=True)
    name_en = models.CharField(_("English name"), max_length=120)
    name_ar = models.CharField(_("Arabic name"), max_length=120)
    domains = ArrayField(models.CharField(max_length=80), default=list, blank=True)

    class Meta:
        verbose_name = _("university")
        verbose_name_plural = _("universities")
        ordering: ClassVar = ["name_en"]

    def __str__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        return self.name_ar if (get_language() or "").startswith("ar") else self.name_en
