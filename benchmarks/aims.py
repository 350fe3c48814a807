"""What was aimed at, and whether this run came there."""

from collections.abc import Mapping
from dataclasses import dataclass

from benchmarks.sections import Section, Value


@dataclass(frozen=True, slots=True)
class Aim:
    """A figure that should be at least, or at most, so much."""

    figure: str
    least: float = float("-inf")
    most: float = float("inf")

    def line(self, value: float) -> str:
        reached = "reached" if self.least <= value <= self.most else "missed"
        bound = f">= {self.least:g}" if self.most == float("inf") else f"<= {self.most:g}"
        return f"{reached:<8} {self.figure:<32} {value:>10,.2f}   aim {bound}"


AIMS = (
    Aim("oracle_mismatches", most=0),
    Aim("oracle_pairs", least=10_000_000),
    Aim("ratio_sparse_dot_topn_1m", least=50),
    Aim("ratio_postgres_100k", least=500),
    Aim("seconds_8m_x_3000", most=4),
    Aim("ms_per_holder_1m_x_1m", most=1),
    Aim("changed_profile_p50_ms_1m", most=0.5),
    Aim("changed_profile_p95_ms_1m", most=1.5),
    Aim("scan_share_of_dram", least=0.5),
    Aim("bytes_per_person", most=100),
    Aim("peak_gb_8m", most=2),
    Aim("match_demo_seconds", most=3),
    Aim("stable_3000_x_1000_ms", most=2),
    Aim("grants_checks_seconds", most=1),
    Aim("load_graduates_rows_per_second", least=3000),
    Aim("load_peak_ratio", most=1.2),
    Aim("web_list_ratio", most=2),
    Aim("web_unfiltered_ratio", most=2.5),
    Aim("web_facets_text_ratio", most=3),
    Aim("web_facets_ratio", most=4),
    Aim("web_p95_ms", most=200),
)


def aims_section(figures: Mapping[str, Value]) -> Section:
    found = [(aim, figures[aim.figure]) for aim in AIMS if aim.figure in figures]
    return Section("Aims", "\n".join(aim.line(float(value)) for aim, value in found), {})
