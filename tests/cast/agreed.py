"""What two agree on, complete and fitting, by pairing: columns of an Agreement beside its day."""

from datetime import timedelta
from typing import Any

from django.utils import timezone


def terms_for(pairing: str) -> dict[str, Any]:
    today = timezone.localdate()
    terms: dict[str, dict[str, Any]] = {
        "hiring": {"route": "contractor", "usd_from": 1500, "usd": 1800, "hours": 40},
        "contracting": {"usd": 10_000, "headcount": 4},
        "internships": {"weeks": 12, "hours": 20, "usd": 400},
        "investing": {
            "stage": "committed",
            "usd": 50_000,
            "instrument": "safe",
            "shown": "total",
        },
        "mentorship": {
            "until_on": today + timedelta(days=90),
            "hours": 2,
            "text": "To lead a team of three by spring.",
        },
    }
    return terms[pairing]
