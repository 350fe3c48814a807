"""A Card as JSON: the only form in which the API hands out a profile."""

from datetime import UTC
from typing import Any

from rest_framework import serializers

from profiles.models import Profile


class HeldSkillSerializer(serializers.Serializer[Any]):
    slug = serializers.CharField()
    label = serializers.CharField()  # type: ignore[assignment]
    level = serializers.IntegerField(min_value=1, max_value=4)


class LabelledValueSerializer(serializers.Serializer[Any]):
    """One (label, value) pair of the card."""

    label = serializers.CharField()  # type: ignore[assignment]
    value = serializers.CharField()

    def to_representation(self, instance: tuple[Any, ...]) -> dict[str, str]:
        label, value = instance[:2]
        return {"label": str(label), "value": value}


class CardSerializer(serializers.Serializer[Any]):
    """A profile as far as the reader may know it; what is withheld is an empty text."""

    id = serializers.UUIDField(source="public_id")
    kind = serializers.ChoiceField(choices=Profile.Kind.choices)
    title = serializers.CharField(help_text="The name where disclosed, else an alias.")
    is_named = serializers.BooleanField()
    headline = serializers.CharField()
    about = serializers.CharField()
    language = serializers.CharField(help_text="Language of headline and about: en or ar.")
    experience_years = serializers.IntegerField(allow_null=True)
    sectors = serializers.ListField(child=serializers.CharField())
    skills = HeldSkillSerializer(many=True)
    languages = LabelledValueSerializer(many=True)
    details = LabelledValueSerializer(many=True)
    verified_at = serializers.DateTimeField(default_timezone=UTC, allow_null=True)
    verified_how = serializers.CharField()
    country = serializers.CharField()
    governorate = serializers.CharField()
    website = serializers.CharField()
    email = serializers.CharField()
    phone = serializers.CharField()
    address = serializers.CharField()
