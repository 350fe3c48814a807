"""What an investor did, as told by themselves."""

from typing import Any
from uuid import uuid4

from matching.track_records.actions import Round, add
from matching.track_records.models import PastInvestment
from profiles.models import Profile


def has_funded(investor: Profile, *, times: int = 1, **facts: Any) -> list[PastInvestment]:
    """So many rounds of one kind; the profile at hand reads what is told of it then."""
    said = {"year": 2024, "stage": "seed", "sectors": ["fintech"], **facts}
    rounds = [
        add(profile=investor, said=Round(public_id=uuid4(), **said), by_id=None)
        for _ in range(times)
    ]
    investor.refresh_from_db(fields=["funded"])
    return rounds
