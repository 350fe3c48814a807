"""Lists notice it when the words are written that they hold in memory."""

from django.db import migrations

from profiles.browsing.noting import noted


class Migration(migrations.Migration):
    dependencies = [("matching", "0005_lists_follow_writes")]
    operations = [
        noted("profiles_governorate", "governorate", "SELECT id FROM written"),
        noted("profiles_university", "university", "SELECT id FROM written"),
    ]
