"""The benchmarks in short: rivals agree, files load whole, figures keep their names."""

import json
import sys
from pathlib import Path

import psycopg2
import pytest

from benchmarks import files, rounds_library
from benchmarks.aims import AIMS, aims_section
from benchmarks.engine_postgres import SCHEMA
from benchmarks.grants import grants_section
from benchmarks.loading import load_section
from benchmarks.matching import match_section
from benchmarks.measured import measure
from benchmarks.product import fresh_product
from benchmarks.rounds import rounds_section
from benchmarks.scanning import scan_section
from tests.full import FULL
from tests.loads import loaded

DOCS = Path(__file__).parents[1] / "docs" / "benchmarks.md"

pytest.importorskip("scipy", reason="the rival is an extra: pip install -r requirements/dev.txt")


@pytest.fixture(scope="module")
def url():
    """A database of its own: the rival commits, and drops its schema."""
    with fresh_product() as product:
        yield product.url


@pytest.fixture(scope="module")
def scanned(url):
    """One round with every contender; it raises where two of them disagree."""
    return scan_section(url, (1000,), rounds=1)


def schemas(url):
    connection = psycopg2.connect(url)
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT nspname FROM pg_namespace")
            return {name for (name,) in cursor.fetchall()}
    finally:
        connection.close()


def test_every_contender_lists_the_same_and_has_its_figure(scanned):
    names = {"scan", "scan_2_threads", "scipy", "postgres_jit_on", "postgres_jit_off"}
    ratios = {"ratio_scipy_1k", "ratio_postgres_1k"}
    assert scanned.figures.keys() == {f"{name}_mpairs_1k" for name in names} | ratios
    assert min(scanned.figures.values()) > 0


def test_the_faster_of_the_two_statements_counts(scanned):
    found = scanned.figures
    faster = max(found["postgres_jit_on_mpairs_1k"], found["postgres_jit_off_mpairs_1k"])
    assert found["ratio_postgres_1k"] == pytest.approx(found["scan_mpairs_1k"] / faster)


def test_the_rivals_schema_is_gone_afterwards(url, scanned):
    assert SCHEMA not in schemas(url)


@pytest.mark.django_db
def test_the_files_that_are_timed_load_without_a_refusal(tmp_path):
    written = {
        "graduates": files.write_graduates(tmp_path / "graduates.csv", 40),
        "firms": files.write_firms(tmp_path / "firms.csv", 3),
        "openings": files.write_openings(tmp_path / "openings.csv", 20, firms=3),
        "candidacies": files.write_candidacies(tmp_path / "candidacies.csv", 20),
    }
    found = {kind: loaded(kind, path.read_text()).counts for kind, path in written.items()}
    assert found == {
        "graduates": (40, 0, 0, 0),
        "firms": (3, 0, 0, 0),
        "openings": (20, 0, 0, 0),
        "candidacies": (20, 0, 0, 0),
    }


def test_both_readers_of_grants_find_the_same_for_every_set_of_answers():
    found = grants_section(checks=500, rounds=1).figures
    assert found["grants_checks_per_second"] > 0
    assert found["ratio_grants_interpreted"] > 0


def test_rounds_are_told_without_the_library_where_it_cannot_be_fetched(monkeypatch, tmp_path):
    locked = tmp_path / "locked.txt"
    locked.write_text("matching==1.4.3 --hash=sha256:no-such-file")
    monkeypatch.setattr(rounds_library, "LOCKED", locked)
    monkeypatch.setattr(rounds_library, "SHELF", tmp_path / "shelf")
    section = rounds_section((30, 10), ((9, 3),), rounds=1)
    assert section.figures.keys() == {
        "stable_30_x_10_ms",
        "stable_scarce_30_x_10_ms",
        "stability_check_30_x_10_ms",
        "optimal_assignment_30_x_10_ms",
        "optimal_blocking_pairs",
        "stable_percent_of_optimal_value",
    }
    assert "`matching` cannot be fetched" in section.text
    assert list((tmp_path / "shelf").iterdir()) == []


@pytest.mark.skipif(not FULL, reason="fetches the library where it is not kept yet: make check")
def test_the_library_assigns_everybody_as_we_do():
    """It is compared inside, before it is timed: one other answer ends the run."""
    section = rounds_section((30, 10), ((45, 15),), rounds=1)
    if "cannot be fetched" in section.text:
        pytest.skip(section.text.splitlines()[-1])
    found = section.figures
    assert found["ratio_matching_library_45_x_15"] > 0
    assert found["ratio_matching_library_alone_45_x_15"] > 0


def test_a_command_is_charged_its_own_peak_and_not_its_parents():
    held = bytearray(b"x" * 200_000_000)
    measured = measure([sys.executable, "-c", "held = bytearray(b'x' * 50_000_000)"], {})
    assert 50 < measured.peak_mb < 150 < len(held) / 1e6


def test_a_command_that_fails_ends_the_run_with_its_last_words():
    with pytest.raises(RuntimeError, match="no such luck"):
        measure([sys.executable, "-c", "raise SystemExit('no such luck')"], {})


def test_an_aim_says_whether_it_was_reached():
    text = aims_section({"match_demo_seconds": 4.0, "load_peak_ratio": 1.1}).text
    assert [line.split()[:2] for line in text.splitlines()] == [
        ["missed", "match_demo_seconds"],
        ["reached", "load_peak_ratio"],
    ]


def test_the_page_in_docs_tells_every_figure_that_was_aimed_at():
    page = DOCS.read_text()
    assert [aim.figure for aim in AIMS if f"`{aim.figure}`" not in page] == []


@pytest.mark.skipif(not FULL, reason="compiles twice and starts twelve commands: make check")
def test_the_whole_run_gives_figures_that_json_can_keep():
    matched = match_section(0.02).figures
    loaded_ = load_section((100, 1000), openings=100).figures
    assert json.loads(json.dumps(matched | loaded_)) == matched | loaded_
    assert matched["kernel_compile_seconds"] > 0
    assert matched["match_demo_cold_seconds"] > matched["match_demo_seconds"] > 0
    assert loaded_["load_peak_ratio"] < 1.2
