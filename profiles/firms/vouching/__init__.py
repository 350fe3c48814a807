"""Facts about firms that staff checked; whoever reads what a firm can do reads them too."""

from profiles.firms.vouching.actions import UnfitVouchError, unfit, vouch, withdraw
from profiles.firms.vouching.reading import (
    vouched_details,
    vouched_facts,
    vouched_many,
    vouches_of,
)

__all__ = [
    "UnfitVouchError",
    "unfit",
    "vouch",
    "vouched_details",
    "vouched_facts",
    "vouched_many",
    "vouches_of",
    "withdraw",
]
