"""PyPI's `matching` at work: lists as JSON in, what it found and its seconds as JSON out.

Run it by its path and with `-P`: in here `matching` is the library, not the app of that name.
"""

import json
import sys
import time

from matching.games import HospitalResident

sys.setrecursionlimit(10_000_000)  # It copies all players, who hold each other, one in another.


def main() -> None:
    residents, hosts, capacities = (dict(pairs) for pairs in json.load(sys.stdin))
    began = time.perf_counter()
    game = HospitalResident.create_from_dictionaries(residents, hosts, capacities)
    built = time.perf_counter()
    found = game.solve(optimal="resident")
    assigned = [[resident.name, host.name] for host, taken in found.items() for resident in taken]
    solved = time.perf_counter()
    print(json.dumps({"assigned": assigned, "build": built - began, "solve": solved - built}))


main()
