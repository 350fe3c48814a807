"""Whom everybody would take, in which order, and how many: what a round is computed from."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import NamedTuple, Self

import numpy as np
from numpy.typing import NDArray

from matching.engine.runs import find, thin_runs

NOBODY = -1
"""In an assignment: no host."""

Assignment = NDArray[np.int32]
"""The place of each resident's host, or NOBODY: int32 [residents]."""

LAST = np.iinfo(np.int32).max - 1
"""The worst rank there may be; the kernel keeps the number after it for a place nobody holds."""


@dataclass(frozen=True, slots=True)
class Rankings:
    """Strict rankings of both sides, only of pairs in which each would take the other.

    resident_ids, host_ids: int64; everywhere else people are named by their places in these
    ptr, pairs: the pairs of resident i, best host first, are pairs[ptr[i]:ptr[i + 1]]; int64
        [residents + 1] and int32 [pairs, 2]: the host, and the rank it gives the resident (the
        least is the best; gaps do no harm). Side by side, so that one proposal reads one place.
    capacities: int64 [hosts], how many residents each may take, 0 too

    `ValueError`, in a sentence, for arrays that do not belong together and for every tie.
    """

    resident_ids: NDArray[np.int64]
    host_ids: NDArray[np.int64]
    ptr: NDArray[np.int64]
    pairs: NDArray[np.int32]
    capacities: NDArray[np.int64]

    def __post_init__(self) -> None:
        self._check_shapes()
        self._check_numbers()
        self._check_strict()

    @classmethod
    def from_lists(
        cls,
        residents: Mapping[int, Sequence[int]],
        hosts: Mapping[int, Sequence[int]],
        capacities: Mapping[int, int],
    ) -> Self:
        """Lists of ids, best first. Only who lists the other and is listed by them is a pair."""
        if hosts.keys() != capacities.keys():
            raise ValueError("Hosts and capacities differ: give every host its capacity.")
        resident_ids, host_ids = _ids(residents), _ids(hosts)
        asked = _flatten("Resident", residents, resident_ids, host_ids)
        offered = _flatten("Host", hosts, host_ids, resident_ids)
        keys = _keys(offered.others, offered.owners)
        order = np.argsort(keys)
        mutual, at = find(keys[order], _keys(asked.owners, asked.others))
        pairs = np.column_stack([asked.others[mutual], offered.ranks[order][at]])
        return cls(
            resident_ids,
            host_ids,
            thin_runs(asked.ptr, mutual),
            pairs.astype(np.int32),
            np.array([capacities[host] for host in host_ids.tolist()], np.int64),
        )

    def __len__(self) -> int:
        return len(self.pairs)

    @property
    def residents(self) -> NDArray[np.int64]:
        """The resident of each pair."""
        return np.repeat(np.arange(len(self.resident_ids)), np.diff(self.ptr))

    @property
    def hosts(self) -> NDArray[np.int32]:
        """The host of each pair."""
        return self.pairs[:, 0]

    @property
    def ranks(self) -> NDArray[np.int32]:
        """The rank that the host of each pair gives its resident."""
        return self.pairs[:, 1]

    def by_id(self, assignment: Assignment) -> dict[int, int]:
        """Ids of residents who have a host, each with the id of that host."""
        assigned = assignment != NOBODY
        hosts = self.host_ids[assignment[assigned]]
        return dict(zip(self.resident_ids[assigned].tolist(), hosts.tolist(), strict=True))

    def _check_shapes(self) -> None:
        if self.pairs.shape != (len(self.pairs), 2) or self.pairs.dtype != np.int32:
            raise ValueError("Pairs are not int32 in two columns: give a host and a rank each.")
        if len(self.ptr) != len(self.resident_ids) + 1 or self.ptr.dtype != np.int64:
            raise ValueError("The pointers are not int64, one a resident and one for the end.")
        if self.ptr[0] != 0 or self.ptr[-1] != len(self.pairs) or (np.diff(self.ptr) < 0).any():
            raise ValueError("The pointers do not ascend from 0 to the number of pairs.")
        if len(self.capacities) != len(self.host_ids) or self.capacities.dtype != np.int64:
            raise ValueError("The capacities are not int64, one a host.")

    def _check_numbers(self) -> None:
        if (self.capacities < 0).any():
            host = self.host_ids[self.capacities < 0][0]
            raise ValueError(f"Host {host} has a capacity below 0: give it 0 to take nobody.")
        if len(self) and not 0 <= self.hosts.min() <= self.hosts.max() < len(self.host_ids):
            raise ValueError(
                f"A pair names a place that is not among the {len(self.host_ids)} hosts."
            )
        if len(self) and not 0 <= self.ranks.min() <= self.ranks.max() <= LAST:
            raise ValueError(f"A rank is not within 0 to {LAST}.")

    def _check_strict(self) -> None:
        twice = _repeated(self.residents, self.hosts)
        if twice:
            resident, host = self.resident_ids[twice[0]], self.host_ids[twice[1]]
            raise ValueError(f"Resident {resident} lists host {host} twice: once is enough.")
        twice = _repeated(self.hosts, self.ranks)
        if twice:
            raise ValueError(
                f"Host {self.host_ids[twice[0]]} gives rank {twice[1]} to two residents: "
                "break the tie before the round."
            )


class _Lists(NamedTuple):
    """Lists laid end to end: those of i are at ptr[i]:ptr[i + 1]; owners and others by place."""

    ptr: NDArray[np.int64]
    owners: NDArray[np.int64]
    others: NDArray[np.int64]

    @property
    def ranks(self) -> NDArray[np.int64]:
        return np.arange(len(self.owners)) - self.ptr[self.owners]


def _ids(parties: Iterable[int]) -> NDArray[np.int64]:
    return np.array(sorted(parties), np.int64)


def _flatten(
    who: str,
    lists: Mapping[int, Sequence[int]],
    owner_ids: NDArray[np.int64],
    other_ids: NDArray[np.int64],
) -> _Lists:
    ordered = [lists[id_] for id_ in owner_ids.tolist()]
    lengths = [len(listed) for listed in ordered]
    named = np.fromiter(chain.from_iterable(ordered), np.int64)
    owners = np.repeat(np.arange(len(ordered)), lengths)
    known, others = find(other_ids, named)
    if not known.all():
        owner, other = owner_ids[owners[~known][0]], named[~known][0]
        raise ValueError(f"{who} {owner} lists {other}, who is not in the round.")
    twice = _repeated(owners, others)
    if twice:
        owner, other = owner_ids[twice[0]], other_ids[twice[1]]
        raise ValueError(f"{who} {owner} lists {other} twice: once is enough.")
    return _Lists(np.cumsum([0, *lengths], dtype=np.int64), owners, others)


def _keys(first: NDArray[np.integer], second: NDArray[np.integer]) -> NDArray[np.int64]:
    """Two places in one number, in the order of the first and then of the second."""
    return first.astype(np.int64) << 32 | second


def _repeated(first: NDArray[np.integer], second: NDArray[np.integer]) -> tuple[int, int] | None:
    """The smallest pair that occurs more than once."""
    keys = np.sort(_keys(first, second))
    twice = keys[1:][keys[1:] == keys[:-1]]
    return (int(twice[0] >> 32), int(twice[0] & 0xFFFFFFFF)) if len(twice) else None
