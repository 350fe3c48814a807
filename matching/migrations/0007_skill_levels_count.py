"""The level that is asked for counts; until now it was a default that no page let anyone say."""

from typing import ClassVar

from django.db import migrations, models

UNASKED = "UPDATE {} SET level = NULL WHERE level = 2"
LEVEL = models.PositiveSmallIntegerField(
    "level",
    choices=[(1, "Learning"), (2, "Can work with it"), (3, "Strong"), (4, "Expert")],
    null=True,
    blank=True,
)


def one_to_four(side: str) -> models.CheckConstraint:
    return models.CheckConstraint(
        condition=models.Q(level__range=(1, 4)), name=f"{side}_skill_level_1_to_4"
    )


class Migration(migrations.Migration):
    dependencies: ClassVar = [
        ("matching", "0006_lists_follow_words"),
        ("profiles", "0011_answering"),
    ]
    operations: ClassVar = [
        migrations.AlterField("candidacyskill", "level", LEVEL),
        migrations.AlterField("openingskill", "level", LEVEL),
        *(
            migrations.RunSQL(UNASKED.format(table), migrations.RunSQL.noop)
            for table in ("matching_candidacyskill", "matching_openingskill")
        ),
        migrations.AddConstraint("candidacyskill", one_to_four("candidacy")),
        migrations.AddConstraint("openingskill", one_to_four("opening")),
    ]
