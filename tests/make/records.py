"""What an investor did, as told by themselves."""

from typing import Any
from uuid import uuid4

from matching.track_records.actions import Round, add
from matching.track_records.models import PastInvestment
from profiles.models import Governorate, Profile


def has_funded(investor: Profile, *, times: int = 1, **facts: Any) -> list[PastInvestment]:
    """So many rounds of one kind, the governorate by its code.

    The profile at hand reads then what is told of it.
    """
    said = {"year": 2024, "stage": "seed", "sectors": ["fintech"], **facts}
    place = Governorate.objects.filter(code=said.pop("governorate", "")).first()
    rounds = [
        add(profile=investor, said=Round(public_id=uuid4(), governorate=place, **said), by_id=None)
        for _ in range(times)
    ]
    investor.refresh_from_db(fields=["funded"])
    return rounds
