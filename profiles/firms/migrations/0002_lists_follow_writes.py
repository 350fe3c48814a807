from django.db import migrations

from profiles.browsing.noting import noted


class Migration(migrations.Migration):
    dependencies = [("firms", "0001_initial"), ("profiles", "0008_lists_follow_writes")]
    operations = [noted("firms_firm", "profile", "SELECT profile_id FROM written")]
