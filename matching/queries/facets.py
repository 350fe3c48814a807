"""What the openings of now offer to filter by. Openings only: people are never counted here."""

from django.db.models import Count, F, Value
from django.db.models.functions import Coalesce, NullIf

from matching.models import Opening, OpeningSkill
from profiles.models import Skill

MOST_SKILLS = 10


def skills_in_demand(limit: int = MOST_SKILLS) -> list[Skill]:
    """The skills that most open openings ask for, the most wanted first."""
    asked = OpeningSkill.objects.filter(opening__in=Opening.objects.open())
    wanted = asked.values("skill").annotate(n=Count("*")).order_by("-n", "skill")[:limit]
    found = Skill.objects.in_bulk([row["skill"] for row in wanted])
    return [found[row["skill"]] for row in wanted if row["skill"] in found]


def countries_of_openings() -> list[str]:
    """Codes of the countries that open openings are in, where unsaid their owners'."""
    where = Coalesce(NullIf(F("country"), Value("")), F("owner__country"))
    rows = Opening.objects.open().annotate(where=where).exclude(where="")
    return sorted(rows.order_by().values_list("where", flat=True).distinct())
