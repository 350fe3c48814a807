from django.db import migrations

from profiles.taxonomy.sync import sync


class Migration(migrations.Migration):
    dependencies = [("profiles", "0006_skills_of_esco")]
    operations = [migrations.RunPython(lambda apps, _: sync(apps), migrations.RunPython.noop)]
