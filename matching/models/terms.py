from django.contrib.postgres.fields import ArrayField
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from matching.pairings import registry
from matching.pairings.codes import Importance, Mode, Seniority
from matching.pairings.declaration import Pairing
from profiles.models import ProfileSkill, Skill


def check_pairing(slug: str) -> None:
    """A new pairing is one new file and no migration: the registry says which there are."""
    try:
        registry.get(slug)
    except LookupError as error:
        raise ValidationError(str(error), code="pairing") from None


def codes(label: object) -> "ArrayField[list[str], list[str]]":
    return ArrayField(
        models.CharField(max_length=40), default=list, blank=True, verbose_name=str(label)
    )


class Terms(models.Model):
    """What one side asks or offers: the facts that criteria and filters read are columns.

    Which of them a pairing uses is said by its terms form; the form's other fields are in `terms`.
    """

    pairing = models.CharField(_("pairing"), max_length=20, validators=[check_pairing])
    mode = models.CharField(_("remote or on site"), max_length=10, choices=Mode.choices, blank=True)
    seniority = models.PositiveSmallIntegerField(
        _("seniority"), choices=Seniority.choices, null=True, blank=True
    )
    usd_min = models.PositiveBigIntegerField(_("from, USD"), null=True, blank=True)
    usd_max = models.PositiveBigIntegerField(_("up to, USD"), null=True, blank=True)
    weeks = models.PositiveSmallIntegerField(_("weeks"), null=True, blank=True)
    headcount = models.PositiveSmallIntegerField(_("people"), null=True, blank=True)
    hours_overlap = models.PositiveSmallIntegerField(
        _("hours a day to share"), null=True, blank=True
    )
    hours_month = models.PositiveSmallIntegerField(_("hours a month"), null=True, blank=True)
    routes = codes("routes")
    stages = codes("stages")
    regions = codes("regions")
    topics = codes("topics")
    instruments = codes("instruments")
    sectors = codes("sectors")
    languages = codes("languages")
    terms = models.JSONField(_("further terms"), default=dict, blank=True)

    class Meta:
        abstract = True

    @property
    def declaration(self) -> Pairing:
        return registry.get(self.pairing)


class AskedSkill(models.Model):
    """A skill that one side asks for. Without a level every level that is held counts in full."""

    skill = models.ForeignKey(Skill, on_delete=models.PROTECT, related_name="+")
    importance = models.PositiveSmallIntegerField(
        _("importance"), choices=Importance.choices, default=Importance.IMPORTANT
    )
    level = models.PositiveSmallIntegerField(
        _("level"), choices=ProfileSkill.Level.choices, null=True, blank=True
    )

    class Meta:
        abstract = True
