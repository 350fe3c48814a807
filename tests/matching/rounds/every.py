"""Tiny rounds, and every assignment they could have: what the theorems say, looked up."""

import itertools
from collections import Counter
from typing import NamedTuple

from hypothesis import strategies as st

from matching.rounds.rankings import Rankings
from matching.rounds.stable import assign


class Round(NamedTuple):
    """Lists of ids, best first; an assignment is a dict of residents to hosts."""

    residents: dict[int, list[int]]
    hosts: dict[int, list[int]]
    capacities: dict[int, int]

    def rankings(self):
        return Rankings.from_lists(self.residents, self.hosts, self.capacities)

    def assigned(self):
        rankings = self.rankings()
        return rankings.by_id(assign(rankings))

    def mutual(self, resident):
        """The hosts that a resident would take and that would take them, best first."""
        return [host for host in self.residents[resident] if resident in self.hosts[host]]

    def place(self, resident, assignment):
        """How far down their list a resident ends; the end of it without a host."""
        listed = self.mutual(resident)
        return listed.index(assignment[resident]) if resident in assignment else len(listed)

    def everything(self):
        """Every assignment within capacities of pairs who would take each other."""
        choices = [[None, *self.mutual(resident)] for resident in self.residents]
        for chosen in itertools.product(*choices):
            assignment = {r: h for r, h in zip(self.residents, chosen, strict=True) if h}
            taken = Counter(assignment.values())
            if all(taken[host] <= self.capacities[host] for host in taken):
                yield assignment

    def blocking(self, assignment):
        """Pairs who would both rather have each other."""
        return {
            (resident, host)
            for resident in self.residents
            for host in self.mutual(resident)[: self.place(resident, assignment)]
            if self.wants(host, resident, assignment)
        }

    def wants(self, host, resident, assignment):
        held = [other for other, its in assignment.items() if its == host]
        rank = self.hosts[host].index
        return len(held) < self.capacities[host] or any(rank(resident) < rank(r) for r in held)

    def stable(self):
        return [each for each in self.everything() if not self.blocking(each)]


def lists(of, about):
    """Each ranks some of the others, in any order."""
    some = st.lists(st.sampled_from(about), unique=True) if about else st.just([])
    return st.fixed_dictionaries(dict.fromkeys(of, some))


@st.composite
def rounds(draw, residents=4, hosts=3):
    """Up to so many of both; a capacity may be 0, and more than there are people."""
    people = [11 + n for n in range(draw(st.integers(0, residents)))]
    firms = [101 + n for n in range(draw(st.integers(0, hosts)))]
    capacities = st.fixed_dictionaries({firm: st.integers(0, residents + 1) for firm in firms})
    return Round(draw(lists(people, firms)), draw(lists(firms, people)), draw(capacities))
