"""Openings and matches as JSON; profiles only as the cards that `disclose` hands out."""

from datetime import UTC
from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from matching.filters import seniority_choices
from matching.lists import Match
from matching.models import Candidacy, Opening
from matching.pairings.codes import Importance, Mode, Seniority
from profiles.disclosure import Card, disclose
from profiles.models import Profile
from profiles.permissions import viewer_in
from profiles.serializers import CardSerializer


class MoneySerializer(serializers.Serializer[Any]):
    """Whole US dollars: a month for pay and stipends, in all for tickets."""

    amount = serializers.CharField()
    currency = serializers.CharField()

    def to_representation(self, instance: int) -> dict[str, str]:
        return {"amount": f"{instance}.00", "currency": "USD"}


class AskedSkillSerializer(serializers.Serializer[Any]):
    slug = serializers.CharField(source="skill.slug")
    label = serializers.CharField(source="skill.label")  # type: ignore[assignment]
    level = serializers.IntegerField(
        min_value=1, max_value=4, allow_null=True, help_text="Null where any level will do."
    )
    importance = serializers.ChoiceField(choices=Importance.choices)


class CardOf(serializers.Field[Profile, Any, Any, Any]):
    """A profile in the model becomes a Card for whoever asks, before anything reads it."""

    def to_representation(self, value: Profile) -> Any:
        card: Card = disclose(value, viewer_in(self.context["request"]))
        return CardSerializer(card).data


CardField = extend_schema_field(CardSerializer)(CardOf)


class OpeningSerializer(serializers.ModelSerializer[Opening]):
    """What an owner offers or asks. Facts that are not said are null or empty."""

    id = serializers.UUIDField(source="public_id")
    owner = CardField()
    seniority = serializers.SerializerMethodField()
    country = serializers.CharField(help_text="ISO 3166 alpha-2, empty where not said.")
    usd_min = MoneySerializer(allow_null=True)
    usd_max = MoneySerializer(allow_null=True)
    skills = AskedSkillSerializer(source="asked_skills", many=True)
    mode = serializers.ChoiceField(choices=Mode.choices, allow_blank=True)
    published_at = serializers.DateTimeField(default_timezone=UTC, allow_null=True)
    updated_at = serializers.DateTimeField(default_timezone=UTC)

    class Meta:
        model = Opening
        fields = [
            "id", "pairing", "title", "description", "language", "owner", "status", "country",
            "mode", "seniority", "usd_min", "usd_max", "weeks", "headcount", "hours_overlap",
            "hours_month", "routes", "stages", "regions", "topics", "instruments", "sectors",
            "languages", "skills", "terms", "capacity", "closes_on", "published_at", "updated_at",
        ]  # fmt: skip
        read_only_fields = fields

    @extend_schema_field(serializers.ChoiceField(choices=seniority_choices(), allow_null=True))
    def get_seniority(self, opening: Opening) -> str | None:
        return None if opening.seniority is None else Seniority(opening.seniority).name.lower()


class CandidacySerializer(serializers.ModelSerializer[Candidacy]):
    """The candidate's side: who, as far as disclosed."""

    id = serializers.UUIDField(source="public_id")
    profile = CardField()

    class Meta:
        model = Candidacy
        fields = ["id", "pairing", "profile"]
        read_only_fields = fields


class MatchSerializer(serializers.Serializer[Match]):
    """One place in the list of an opening or a candidacy of one's own."""

    own_side = serializers.ChoiceField(choices=["opening", "candidacy"])
    rank = serializers.IntegerField(min_value=1)
    score = serializers.IntegerField(min_value=0, max_value=1_000_000)
    fit = serializers.IntegerField(
        min_value=0, max_value=100, help_text="The score of 100, as people read it."
    )
    as_of = serializers.DateTimeField(
        default_timezone=UTC, help_text="When the list was made; it follows every save."
    )
    opening = OpeningSerializer()
    candidacy = CandidacySerializer()
