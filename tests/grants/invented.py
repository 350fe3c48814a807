"""Programmes that there are not, for what no real one shows; answers, and numbers to fill in."""

from collections.abc import Sequence
from copy import deepcopy
from typing import Any

from grants.actions import fill, publish
from grants.models import Programme, RuleSet

SOURCE = "letter"
MANUAL = {
    "title": {"en": "Manual", "ar": "الدليل"},
    "url": "https://example.org/manual",
    "read_on": "2026-11-20",
}
COMPANY = {"registration": "registered", "business": "startup", "place": "gaza"}
"""What a startup in Gaza answers first."""


def words(text: str) -> dict[str, str]:
    return {"en": text, "ar": f"{text} بالعربية"}


def criterion(name: str, fact: str, values: Sequence[Any] = (), **more: Any) -> dict[str, Any]:
    """With `parameter` in place of values, it is met from that many on."""
    compared = {"values": list(values)} if values else {}
    return {
        "id": name,
        "fact": fact,
        "operator": "gte" if "parameter" in more else "in",
        **compared,
        "title": words(f"Rule {name}"),
        "asks": words(f"What {name} asks."),
        "met": words(f"It is {name}."),
        "unmet": words(f"It is not {name}."),
        "source": SOURCE,
        **more,
    }


def parameter(title: str, value: str = "", provenance: str = "published") -> dict[str, Any]:
    span = {"value": value, "provenance": provenance, "source": SOURCE}
    return {"title": words(title), "spans": [span if value else {"provenance": "placeholder"}]}


def document(slug: str, criteria: list[dict[str, Any]], **more: Any) -> dict[str, Any]:
    """All criteria are needed, unless `rule` says otherwise."""
    return {
        "slug": slug,
        "version": 1,
        "family": "techstart",
        "helps": ["internship"],
        "title": words(f"Programme {slug}"),
        "about": words("What it is for."),
        "window": {"status": "open", "checked_on": "2026-11-20"},
        "sources": {
            SOURCE: {
                "title": words("A letter"),
                "url": "https://example.org/letter",
                "read_on": "2026-11-20",
            }
        },
        "criteria": criteria,
        "rule": {"all": [each["id"] for each in criteria]},
        **deepcopy(more),
    }


TRAINING = document(
    "training",
    [
        criterion("registered", "registration", ["registered"]),
        criterion("new", "is_new_training_company", [True]),
        criterion("partner", "has_training_partner", [True]),
        criterion("young", "has_local_job", [False]),
    ],
    helps=["set_up"],
    groups={"with-partner": {"all": ["partner", "young"]}},
    rule={"all": ["registered", {"any": ["new", "with-partner"]}]},
)
"""One of two ways is enough: a new company, or a partner and one thing more."""

INTERNS = document(
    "interns",
    [
        criterion("student", "candidate", ["late_student"]),
        criterion("plan", "has_work_plan", [True]),
    ],
    parameters={
        "cap": parameter("Most a month, USD", "500", "inferred"),
        "most_months": parameter("Most months", "24"),
    },
    amount={
        "kind": "stipend", "monthly": "monthly_cost", "cap": "cap", "months": "months",
        "most_months": "most_months", "heads": "heads",
    },
)  # fmt: skip

MATCHING = document(
    "matching",
    [criterion("private", "raises_privately", [True])],
    helps=["raise"],
    parameters={"cap": parameter("Cap"), "ratio": parameter("Ratio")},
    amount={"kind": "co_investment", "money": "outside_money", "ratio": "ratio", "cap": "cap"},
)
"""Its formula is known, and none of its numbers."""


def published(said: dict[str, Any]) -> RuleSet:
    return publish(document=said, by_id=None)


def filled(slug: str, parameter: str, value: str, **more: str) -> RuleSet:
    """A number that was not published, as a manual says it; `more` is of its span."""
    return fill(
        programme=Programme.objects.get(slug=slug),
        parameter=parameter,
        span={"value": value, **more},
        source=MANUAL,
        by_id=None,
    )
