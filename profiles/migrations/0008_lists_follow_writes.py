"""Profiles are searched by their folded text, and lists notice each write to what they show."""

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.operations import TrigramExtension
from django.contrib.postgres.search import SearchVector
from django.db import migrations, models

from profiles.browsing.noting import NO_TABLE, TABLE, noted


class Migration(migrations.Migration):
    dependencies = [("profiles", "0007_taxonomy_grows")]
    operations = [
        TrigramExtension(),
        migrations.AddField(
            model_name="profile",
            name="folded",
            field=models.TextField(default="", editable=False, help_text="folding.fold of the text"),
        ),
        migrations.AddIndex(
            model_name="profile",
            index=GinIndex(
                fields=["folded"], name="profiles_by_spelling", opclasses=["gin_trgm_ops"]
            ),
        ),
        migrations.AddIndex(
            model_name="profile",
            index=GinIndex(SearchVector("folded", config="simple"), name="profiles_by_word"),
        ),
        migrations.RunSQL(TABLE, NO_TABLE),
        noted("profiles_profile", "profile", "SELECT id FROM written"),
        noted("profiles_profileskill", "profile", "SELECT profile_id FROM written"),
        noted("profiles_profilelanguage", "profile", "SELECT profile_id FROM written"),
        noted("profiles_identity", "profile", "SELECT profile_id FROM written"),
        noted("profiles_excludedname", "profile", "SELECT profile_id FROM written"),
        noted("profiles_skill", "skill", "SELECT id FROM written"),
        noted("profiles_skillsynonym", "skill", "SELECT skill_id FROM written"),
    ]
