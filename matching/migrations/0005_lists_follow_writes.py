"""Openings are searched by words too, and lists notice each write to what they show."""

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector
from django.db import migrations

from profiles.browsing.noting import noted

OF_THE_OWNERS = "SELECT o.id FROM matching_opening o JOIN written w ON w.id = o.owner_id"
OF_THE_NAMED = (
    "SELECT o.id FROM matching_opening o JOIN written w ON w.profile_id = o.owner_id"
)
OF_EITHER = "SELECT a_id FROM written UNION ALL SELECT b_id FROM written"
OF_EITHERS = (
    "SELECT o.id FROM matching_opening o JOIN written w ON o.owner_id = w.a_id"
    " UNION ALL SELECT o.id FROM matching_opening o JOIN written w ON o.owner_id = w.b_id"
)


class Migration(migrations.Migration):
    dependencies = [
        ("matching", "0004_saved_and_set_aside"),
        ("profiles", "0008_lists_follow_writes"),
    ]
    operations = [
        migrations.AddIndex(
            model_name="opening",
            index=GinIndex(SearchVector("folded", config="simple"), name="openings_by_word"),
        ),
        noted("matching_opening", "opening", "SELECT id FROM written"),
        noted("matching_openingskill", "opening", "SELECT opening_id FROM written"),
        noted("profiles_profile", "opening", OF_THE_OWNERS),
        noted("profiles_identity", "opening", OF_THE_NAMED),
        noted("profiles_excludedname", "opening", OF_THE_NAMED),
        noted("matching_exclusion", "profile", OF_EITHER),
        noted("matching_exclusion", "opening", OF_EITHERS),
        noted("matching_candidacy", "profile", "SELECT profile_id FROM written"),
    ]
