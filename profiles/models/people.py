import uuid
from typing import ClassVar

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector
from django.db import models
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django_countries.fields import CountryField

from profiles.models.taxonomy import Governorate, Language, Skill
from profiles.visibility import ProfileQuerySet
from profiles.zones import check_zone


class Profile(models.Model):
    """One person or firm in one role: everything here is capability or region, never a name."""

    class Kind(models.TextChoices):
        GRADUATE = "graduate", _("Graduate")
        MENTOR = "mentor", _("Mentor")
        INVESTOR = "investor", _("Investor")
        FIRM = "firm", _("Firm")

    class Status(models.TextChoices):
        ACTIVE = "active", _("Active")
        PAUSED = "paused", _("Paused")
        HIDDEN = "hidden", _("Hidden")

    class Audience(models.TextChoices):
        """Who may list the profile; unsaid is what `profiles.visibility` gives its kind."""

        EVERYONE = "everyone", _("Everyone, without an account too")
        COUNTERPARTIES = "counterparties", _("Verified members who may meet me")

    class Answering(models.IntegerChoices):
        """How requests are usually answered: measured, never said by anybody."""

        SELDOM = 0, _("seldom")
        SLOWLY = 1, _("slowly, or not always")
        FEW_DAYS = 2, _("usually in a few days")
        WITHIN_A_DAY = 3, _("usually within a day")

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    external_id = models.CharField(_("external id"), max_length=80, null=True, blank=True)  # noqa: DJ001  NULL keeps the pair unique
    kind = models.CharField(_("kind"), max_length=10, choices=Kind.choices)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="profiles",
        verbose_name=_("account"),
    )
    status = models.CharField(
        _("status"), max_length=10, choices=Status.choices, default=Status.ACTIVE
    )
    vanished_from = models.CharField(
        max_length=10,
        choices=Status.choices,
        blank=True,
        editable=False,
        help_text="The status to come back to, where the owner vanished; empty where not.",
    )
    is_named = models.BooleanField(
        _("publicly named"), default=False, help_text=_("The owner chose to be named to everyone.")
    )
    audience = models.CharField(
        _("who may find the profile"), max_length=15, choices=Audience.choices, blank=True
    )
    headline = models.CharField(_("headline"), max_length=120, blank=True)
    about = models.TextField(_("about"), blank=True)
    language = models.CharField(
        _("language of the text"), max_length=5, choices=settings.LANGUAGES, default="en"
    )
    country = CountryField(_("country"), blank=True)
    governorate = models.ForeignKey(
        Governorate, null=True, blank=True, on_delete=models.PROTECT, verbose_name=_("governorate")
    )
    time_zone = models.CharField(
        _("time zone"), max_length=50, default="Asia/Hebron", validators=[check_zone]
    )
    week = ArrayField(
        models.IntegerField(),
        size=7,
        null=True,
        blank=True,
        verbose_name=_("weekly availability"),
        help_text=_("Seven masks of 24 local hours, Monday first."),
    )
    utc_hours = models.IntegerField(null=True, editable=False)
    utc_days = models.IntegerField(null=True, editable=False)
    experience_years = models.PositiveSmallIntegerField(_("years of work"), null=True, blank=True)
    sectors = ArrayField(
        models.CharField(max_length=40), default=list, blank=True, verbose_name=_("sectors")
    )
    skills: "models.ManyToManyField[Skill, ProfileSkill]" = models.ManyToManyField(
        Skill, through="ProfileSkill", blank=True
    )
    excluded_countries = ArrayField(
        models.CharField(max_length=2),
        default=list,
        blank=True,
        verbose_name=_("countries never to meet"),
    )
    excluded_sectors = ArrayField(
        models.CharField(max_length=40),
        default=list,
        blank=True,
        verbose_name=_("sectors never to meet"),
    )
    answers = models.PositiveSmallIntegerField(
        choices=Answering.choices,
        null=True,
        editable=False,
        help_text="How requests are usually answered; empty where it is not known yet.",
    )
    funded = ArrayField(
        models.CharField(max_length=60),
        default=list,
        editable=False,
        help_text="Kinds of rounds that an investor funded at least twice, counted from the rows.",
    )
    submitted_at = models.DateTimeField(
        _("submitted at"), null=True, blank=True, help_text=_("The owner asked to be verified.")
    )
    verified_at = models.DateTimeField(_("verified at"), null=True, blank=True)
    verified_how = models.CharField(_("what was checked"), max_length=80, blank=True)
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    updated_at = models.DateTimeField(auto_now=True)
    folded = models.TextField(editable=False, default="", help_text="folding.fold of the text")

    objects = ProfileQuerySet.as_manager()

    class Meta:
        verbose_name = _("profile")
        verbose_name_plural = _("profiles")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["kind", "external_id"], name="one_profile_per_external_id"
            ),
            models.CheckConstraint(
                condition=models.Q(week__isnull=True) | models.Q(week__len=7),
                name="a_week_has_seven_days",
            ),
            models.CheckConstraint(
                condition=models.Q(answers__range=(0, 3)), name="answering_0_to_3"
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["kind", "status"]),
            GinIndex(fields=["folded"], opclasses=["gin_trgm_ops"], name="profiles_by_spelling"),
            GinIndex(SearchVector("folded", config="simple"), name="profiles_by_word"),
            models.Index(
                fields=["submitted_at"],
                name="profiles_to_verify",
                condition=models.Q(verified_at__isnull=True, submitted_at__isnull=False),
            ),
            models.Index(
                fields=["id"],
                name="profiles_that_bar",
                condition=~models.Q(excluded_countries=[]) | ~models.Q(excluded_sectors=[]),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.alias_code}"

    @property
    def alias_code(self) -> str:
        """Four characters to tell unnamed people apart, e.g. 3F9A; says nothing about them."""
        return self.public_id.hex[:4].upper()

    @property
    def is_active(self) -> bool:
        return self.status == self.Status.ACTIVE

    @property
    def is_hidden(self) -> bool:
        return self.status == self.Status.HIDDEN

    @property
    def has_vanished(self) -> bool:
        """Hidden by its owner, who alone may bring it back."""
        return self.is_hidden and bool(self.vanished_from)

    @property
    def is_verified(self) -> bool:
        return self.verified_at is not None

    @cached_property
    def held(self) -> list[tuple[Skill, int]]:
        """(skill, level) for a card; whoever reads many profiles at once sets it for all."""
        return [(row.skill, row.level) for row in self.held_skills.all()]

    @cached_property
    def spoken(self) -> list[tuple[Language, str]]:
        """(language, CEFR level) for a card, likewise."""
        return [(row.language, row.cefr) for row in self.spoken_languages.all()]


class ProfileSkill(models.Model):
    """A skill someone says they have, and how well."""

    class Level(models.IntegerChoices):
        LEARNING = 1, _("Learning")
        WORKING = 2, _("Can work with it")
        STRONG = 3, _("Strong")
        EXPERT = 4, _("Expert")

    profile = models.ForeignKey(Profile, on_delete=models.CASCADE, related_name="held_skills")
    skill = models.ForeignKey(Skill, on_delete=models.PROTECT, related_name="holders")
    level = models.PositiveSmallIntegerField(
        _("level"), choices=Level.choices, default=Level.WORKING
    )

    class Meta:
        verbose_name = _("skill of a profile")
        verbose_name_plural = _("skills of a profile")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["profile", "skill"], name="one_level_per_skill"),
            models.CheckConstraint(
                condition=models.Q(level__range=(1, 4)), name="skill_level_1_to_4"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.skill_id} at level {self.level}"


class ProfileLanguage(models.Model):
    """A language someone speaks, by CEFR level; B2 or better counts for a match."""

    class Cefr(models.TextChoices):
        A1 = "A1"
        A2 = "A2"
        B1 = "B1"
        B2 = "B2"
        C1 = "C1"
        C2 = "C2"

    FLUENT = ("B2", "C1", "C2")

    profile = models.ForeignKey(Profile, on_delete=models.CASCADE, related_name="spoken_languages")
    language = models.ForeignKey(Language, on_delete=models.PROTECT, related_name="speakers")
    cefr = models.CharField(_("level"), max_length=2, choices=Cefr.choices, default=Cefr.B2)

    class Meta:
        verbose_name = _("language of a profile")
        verbose_name_plural = _("languages of a profile")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["profile", "language"], name="one_level_per_language")
        ]

    def __str__(self) -> str:
        return f"{self.language_id} {self.cefr}"
