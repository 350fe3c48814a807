from typing import ClassVar, Self

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django_countries.fields import CountryField

from grants.sources import Confidence, Source, in_language
from matching.pairings.codes import Region, Route
from profiles.regions import region_of


class TalentPlace(models.TextChoices):
    """Where whoever is engaged works from."""

    WEST_BANK = "west_bank", _("West Bank")
    GAZA = "gaza", _("Gaza")
    ELSEWHERE = "elsewhere", _("Elsewhere")


class RouteFactQuerySet(models.QuerySet["RouteFact"]):
    def standing(self) -> Self:
        return self.filter(withdrawn_at__isnull=True)

    def for_pair(self, country: str, place: str) -> Self:
        """What holds for this employer and this place, and what holds for any; "" is not said."""
        return self.filter(
            employer_country__in=("", country),
            employer_region__in=("", region_of(country)),
            talent_place__in=("", place),
        )


class RouteFact(models.Model):
    """What is known of one way to engage somebody, for whom, where it was read and when.

    slug: the shipped facts are known by it; employer and place are "" where it holds for any.
    blocks: a caution that says the route does not work. A fact is withdrawn, never deleted.
    """

    class Kind(models.TextChoices):
        NEEDS = "needs", _("What it needs")
        PAYS = "pays", _("How payment goes")
        CAUTION = "caution", _("Mind this")

    slug = models.SlugField(_("name"), max_length=60, unique=True)
    route = models.CharField(_("route"), max_length=10, choices=Route.choices)
    employer_country = CountryField(_("country of the employer"), blank=True)
    employer_region = models.CharField(
        _("region of the employer"), max_length=15, choices=Region.choices, blank=True
    )
    talent_place = models.CharField(
        _("place of whoever is engaged"), max_length=10, choices=TalentPlace.choices, blank=True
    )
    kind = models.CharField(_("kind"), max_length=10, choices=Kind.choices)
    blocks = models.BooleanField(_("the route does not work"), default=False)
    text_en = models.TextField(_("text, in English"), max_length=600)
    text_ar = models.TextField(_("text, in Arabic"), max_length=600)
    source_en = models.CharField(_("source, in English"), max_length=200)
    source_ar = models.CharField(_("source, in Arabic"), max_length=200)
    source_url = models.URLField(
        _("address of the source"), validators=[URLValidator(schemes=["https"])]
    )
    confidence = models.CharField(
        _("how far to rely on it"), max_length=10, choices=Confidence.choices
    )
    checked_on = models.DateField(_("checked on"))
    checked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    withdrawn_at = models.DateTimeField(_("withdrawn at"), null=True, blank=True)

    objects = RouteFactQuerySet.as_manager()

    class Meta:
        verbose_name = _("fact about a route")
        verbose_name_plural = _("facts about routes")
        constraints: ClassVar = [
            models.CheckConstraint(
                name="a_country_or_a_region",
                condition=Q(employer_country="") | Q(employer_region=""),
                violation_error_message=_("Give a country or a region, not both."),
            ),
            models.CheckConstraint(
                name="only_a_caution_blocks",
                condition=Q(blocks=False) | Q(kind="caution"),
                violation_error_message=_("Only a caution says that a route does not work."),
            ),
        ]

    def __str__(self) -> str:
        return f"Route fact {self.slug}"

    def clean(self) -> None:
        if self.checked_on and self.checked_on > timezone.localdate():
            sentence = _("That day is still to come. Give the day of the check.")
            raise ValidationError({"checked_on": sentence})

    @property
    def is_particular(self) -> bool:
        """Whether it holds for some employers or places only."""
        return bool(self.employer_country or self.employer_region or self.talent_place)

    @property
    def text(self) -> str:
        return in_language({"en": self.text_en, "ar": self.text_ar})

    @property
    def source(self) -> Source:
        title = in_language({"en": self.source_en, "ar": self.source_ar})
        return Source(title, self.source_url, self.checked_on, Confidence(self.confidence))
