"""Pages of grants in the states that look different: what was said decides, so readers differ."""

from decimal import Decimal
from typing import Any

from django.urls import reverse
from django.utils import timezone

from grants import actions
from grants.eligibility import current_of, read_as
from profiles.models import User
from tests.grants import invented
from tests.grants.invented import COMPANY

NEXUS = "ipsd-nexus"
ANSWERS: dict[str, dict[str, Any]] = {
    "begins": {"business": "startup"},
    "meets": {"candidate": "late_student", "has_work_plan": True, "monthly_cost": Decimal(700)}
    | {"months": 6, "heads": 2},
    "waits": {**COMPANY, "months_operating": 14, "enters_markets": True}
    | {"eligible_cost": Decimal(36_000)},
    "misses": {**COMPANY, "registration": "committed", "raises_privately": False},
}
"""What each reader of these pages has said of their plans."""
READERS = tuple(ANSWERS)


def granted(user: User) -> list[tuple[Any, ...]]:
    """(name, address, reader) of each page."""
    for said in (invented.TRAINING, invented.INTERNS, invented.MATCHING):
        invented.published(said)
    return [
        ("grants", reverse("grants"), ""),
        ("grants-of-a-plan", f"{reverse('grants')}?plan=market", ""),
        ("grants-of-no-programme", f"{reverse('grants')}?plan=team", ""),
        ("grants-answered", f"{reverse('grants')}", "waits"),
        ("grant-untouched", _grant(NEXUS), ""),
        ("grant-begun", _grant(NEXUS), "begins"),
        ("grant-not-published", _grant(NEXUS), "waits"),
        ("grant-not-met", _grant(NEXUS), "misses"),
        ("grant-met", _grant("interns"), "meets"),
        ("grant-with-alternatives", _grant("training"), "begins"),
        ("grant-with-blanks", _grant("matching"), "begins"),
        ("grant-answers", reverse("grant-answers"), "waits"),
        ("grant-answers-none", reverse("grant-answers"), ""),
        ("grant-answer", f"{reverse('grant-answer', args=['registration'])}?of={NEXUS}", "waits"),
        ("grant-answer-of-money", reverse("grant-answer", args=["eligible_cost"]), "waits"),
        ("grant-check", _kept("waits", user), "waits"),
    ]


def _grant(slug: str) -> str:
    return reverse("grant", args=[slug])


def _kept(reader: str, user: User) -> str:
    """The page to print; newer rules were published since it was made."""
    rule_set = current_of(NEXUS)
    assert rule_set
    reading = read_as(rule_set, ANSWERS[reader], as_of=timezone.localdate())
    check = actions.keep(reading=reading, facts=ANSWERS[reader], profile_id=None, user_id=user.pk)
    return reverse("grant-check", args=[check.public_id])
