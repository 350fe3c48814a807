"""`load`: rows a second with the command's start counted, and its peak memory."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from benchmarks import files
from benchmarks.measured import Measured
from benchmarks.product import Product, fresh_product
from benchmarks.sections import Section, Value, thousands

SIZES = (10_000, 100_000)
OPENINGS = 10_000
FIRMS = 200


@dataclass(frozen=True, slots=True)
class Loaded:
    kind: str
    rows: int
    measured: Measured

    @property
    def rows_per_second(self) -> float:
        return self.rows / self.measured.seconds

    def __str__(self) -> str:
        measured = self.measured
        return (
            f"{self.kind:<12} {self.rows:>8,} {measured.seconds:>9.1f} "
            f"{measured.cpu_seconds:>8.1f} {self.rows_per_second:>8,.0f} {measured.peak_mb:>10.1f}"
        )


def load_section(sizes: tuple[int, int] = SIZES, openings: int = OPENINGS) -> Section:
    """sizes: of the two files of graduates, each into an empty database."""
    with tempfile.TemporaryDirectory() as folder:
        few = _graduates(Path(folder), sizes[0])
        many, *others = _all_kinds(Path(folder), sizes[1], openings)
    ratio = many.measured.peak_mb / few.measured.peak_mb
    lines = ["kind             rows   seconds   CPU, s   rows/s   peak, MB"]
    lines += [str(loaded) for loaded in (few, many, *others)]
    rest = (many.rows - few.rows) / (many.measured.seconds - few.measured.seconds)
    lines.append(f"Graduates after the first {few.rows:,}: {rest:,.0f} rows/s.")
    lines.append(f"Peak of {many.rows:,} graduates: {ratio:.3f} times that of {few.rows:,}.")
    figures: dict[str, Value] = {
        "load_graduates_rows_per_second": many.rows_per_second,
        "load_graduates_cpu_seconds": many.measured.cpu_seconds,
        "load_graduates_further_rows_per_second": rest,
        f"load_peak_mb_{thousands(few.rows)}": few.measured.peak_mb,
        f"load_peak_mb_{thousands(many.rows)}": many.measured.peak_mb,
        "load_peak_ratio": ratio,
        **{f"load_{each.kind}_rows_per_second": each.rows_per_second for each in others},
    }
    return Section("load", "\n".join(lines), figures)


def _graduates(folder: Path, count: int) -> Loaded:
    with _product_with_firms(folder) as product:
        return _load(product, "graduates", files.write_graduates(folder / "few.csv", count), count)


def _all_kinds(folder: Path, graduates: int, openings: int) -> list[Loaded]:
    """Graduates, then jobs, then as many of the graduates who look for one."""
    looking = min(graduates, openings)
    with _product_with_firms(folder) as product:
        jobs = files.write_openings(folder / "openings.csv", openings, firms=FIRMS)
        searches = files.write_candidacies(folder / "candidacies.csv", looking)
        many = files.write_graduates(folder / "many.csv", graduates)
        return [
            _load(product, "graduates", many, graduates),
            _load(product, "openings", jobs, openings),
            _load(product, "candidacies", searches, looking),
        ]


@contextmanager
def _product_with_firms(folder: Path) -> Iterator[Product]:
    """The first load writes Python's bytecode, which costs memory: it is not one of the figures."""
    with fresh_product() as product:
        product.run("migrate", "--verbosity", "0")
        product.run("load", "firms", str(files.write_firms(folder / "firms.csv", FIRMS)))
        yield product


def _load(product: Product, kind: str, path: Path, rows: int) -> Loaded:
    return Loaded(kind, rows, product.run("load", kind, str(path)))
