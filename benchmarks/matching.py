"""`match` on the demo's cast: with no kernel compiled yet, then as on every later day."""

import tempfile
from dataclasses import dataclass

from benchmarks.product import Product, fresh_product
from benchmarks.sections import Section

JOBS = """
select replace(kind, 'match:', ''), extract(epoch from finished_at - created_at)::float
from ledger_job where kind like 'match:%' and state = 'done' order by id
"""
POOLS = """
select pairing,
    (select count(*) from matching_opening o
        where o.pairing = c.pairing and o.status = 'published'),
    count(*) filter (where status = 'active')
from matching_candidacy c group by pairing
"""


@dataclass(frozen=True, slots=True)
class Matched:
    """Seconds of each pairing in two runs, and of both commands with their start."""

    pools: dict[str, tuple[int, int]]
    cold: dict[str, float]
    warm: dict[str, float]
    cold_command: float
    warm_command: float
    compiling: float
    finding: float


def match_section(scale: float = 1.0) -> Section:
    """scale: of the cast; 1.0 is the demo's own."""
    with fresh_product() as product, tempfile.TemporaryDirectory() as cache:
        product.run("demo", "--scale", str(scale))
        matched = _match(product, cache)
    figures = {
        "match_demo_seconds": sum(matched.warm.values()),
        "match_demo_cold_seconds": sum(matched.cold.values()),
        "match_command_seconds": matched.warm_command,
        "kernel_compile_seconds": matched.compiling,
        "kernel_load_seconds": matched.finding,
        **{f"match_{pairing}_seconds": seconds for pairing, seconds in matched.warm.items()},
    }
    return Section("match on the demo's cast", _table(matched), dict(figures))


def _match(product: Product, cache: str) -> Matched:
    """Both runs with the same empty cache; compiling is timed apart, in one of its own."""
    first = product.run("match", NUMBA_CACHE_DIR=cache)
    second = product.run("match", NUMBA_CACHE_DIR=cache)
    jobs = [(str(pairing), float(str(seconds))) for pairing, seconds in product.rows(JOBS)]
    half = len(jobs) // 2
    with tempfile.TemporaryDirectory() as empty:
        compiled, found = product.warm(empty).seconds, product.warm(empty).seconds
    return Matched(
        pools={str(p): (int(str(o)), int(str(c))) for p, o, c in product.rows(POOLS)},
        cold=dict(jobs[:half]),
        warm=dict(jobs[half:]),
        cold_command=first.seconds,
        warm_command=second.seconds,
        compiling=compiled - found,
        finding=found,
    )


def _table(matched: Matched) -> str:
    lines = ["pairing        openings x candidacies   nothing compiled, s   compiled, s"]
    for pairing, seconds in matched.warm.items():
        openings, candidacies = matched.pools[pairing]
        lines.append(
            f"{pairing:<14} {openings:>8,} x {candidacies:<11,} "
            f"{matched.cold[pairing]:>21.2f} {seconds:>13.2f}"
        )
    cold, warm = sum(matched.cold.values()), sum(matched.warm.values())
    return "\n".join(
        [
            *lines,
            f"{'all':<37} {cold:>21.2f} {warm:>13.2f}",
            f"{'the command, with its start':<37} {matched.cold_command:>21.2f} "
            f"{matched.warm_command:>13.2f}",
            f"Compiling the kernel alone: {matched.compiling:.1f} s, once a machine.",
            f"A process that only loads the compiled kernel: {matched.finding:.1f} s; "
            "the first pairing above waits for that, a worker does so before its first task.",
        ]
    )
