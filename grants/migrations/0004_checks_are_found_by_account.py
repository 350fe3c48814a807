from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("grants", "0003_route_facts_and_setup_ticks")]
    operations = [migrations.RemoveIndex(model_name="check", name="checks_of_profile")]
