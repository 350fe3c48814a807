"""The benchmarks in short: rivals agree, files load whole, figures keep their names."""

import json
import sys
from pathlib import Path
from xml.etree import ElementTree

import numpy as np
import psycopg2
import pytest

from benchmarks import files, rounds_library
from benchmarks.aims import AIMS, aims_section
from benchmarks.engine_contest import assert_equal
from benchmarks.engine_dot import dot_section
from benchmarks.engine_growth import draw, growth, growth_section
from benchmarks.engine_nation import nation_section
from benchmarks.engine_oracle import oracle_section
from benchmarks.engine_postgres import SCHEMA
from benchmarks.engine_rivals import rivals_section
from benchmarks.engine_single import single_section
from benchmarks.engine_storing import storing_section
from benchmarks.grants import grants_section
from benchmarks.loading import load_section
from benchmarks.matching import match_section
from benchmarks.measured import measure
from benchmarks.product import fresh_product
from benchmarks.rounds import rounds_section
from matching.engine.ranking import Ranking
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
    return rivals_section(url, (1000,), rounds=1)


def schemas(url):
    connection = psycopg2.connect(url)
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT nspname FROM pg_namespace")
            return {name for (name,) in cursor.fetchall()}
    finally:
        connection.close()


def test_every_contender_lists_the_same_and_has_its_figure(scanned):
    names = {"scan", "pruned", "scan_2_threads", "scipy", "postgres_jit_on", "postgres_jit_off"}
    ratios = {"ratio_scipy_1k", "ratio_postgres_1k"}
    assert scanned.figures.keys() == {f"{name}_mpairs_1k" for name in names} | ratios
    assert min(scanned.figures.values()) > 0


def test_the_faster_of_the_two_statements_counts(scanned):
    found = scanned.figures
    faster = max(found["postgres_jit_on_mpairs_1k"], found["postgres_jit_off_mpairs_1k"])
    assert found["ratio_postgres_1k"] == pytest.approx(found["scan_mpairs_1k"] / faster)


def test_the_rivals_schema_is_gone_afterwards(url, scanned):
    assert SCHEMA not in schemas(url)


def test_a_list_with_another_id_or_score_ends_the_run():
    ours = Ranking(np.array([[5, 7, 9]]), np.array([[30, 20, 20]], np.int32))
    other_score = Ranking(ours.ids, np.array([[30, 21, 20]], np.int32))
    other_tie = Ranking(np.array([[5, 7, 8]]), ours.scores)
    other_best = Ranking(np.array([[6, 7, 9]]), ours.scores)
    assert_equal("a rival", ours, ours)
    assert_equal("a rival", other_tie, ours, any_of_ties=True)
    with pytest.raises(AssertionError, match="a rival gives other scores"):
        assert_equal("a rival", other_score, ours)
    with pytest.raises(AssertionError, match="a rival lists other ids"):
        assert_equal("a rival", other_tie, ours)
    with pytest.raises(AssertionError, match="a rival lists other ids"):
        assert_equal("a rival", other_best, ours, any_of_ties=True)


def test_a_sparse_product_of_the_linear_form_gives_the_same_scores():
    """Compared inside, whole and in blocks."""
    found = dot_section((1000, 70_000), rounds=1).figures
    assert found["ratio_sparse_dot_topn_70k"] > 0
    assert found["ratio_sparse_dot_topn_blocks_70k"] > 0


def test_one_changed_profile_has_its_figures_in_both_directions():
    found = single_section(3000, changed=50).figures
    assert found["changed_profile_p95_ms_3k"] >= found["changed_profile_p50_ms_3k"] > 0
    assert found["ms_per_holder_3k_x_3k"] > 0
    assert found["entered_lists_p50_ms_3k"] > 0
    assert 50 < found["bytes_per_person"] < 300


def test_a_nation_is_matched_in_a_process_of_its_own():
    found = nation_section(20_000, 100).figures
    assert found["seconds_20k_x_100"] > 0
    assert 0.05 < found["peak_gb_20k"] < 1
    assert found["scan_share_of_dram"] > 0


def test_the_oracle_is_asked_about_every_pair_that_is_promised():
    found = oracle_section(15_000).figures
    assert found["oracle_pairs"] >= 15_000
    assert found["oracle_mismatches"] == 0


@pytest.mark.skipif(not FULL, reason="starts a cast: make check")
def test_lists_are_stored_into_an_empty_table_and_over_older_ones():
    found = storing_section(300).figures
    assert min(found.values()) > 0


def test_growth_is_told_and_drawn_for_the_sizes_that_were_measured(tmp_path):
    figures = {"scan_mpairs_10k": 200.0, "scan_mpairs_8m": 400.0, "pruned_mpairs_8m": 4000.0}
    assert growth_section(figures).text.splitlines() == [
        "ms a query         10k        8m",
        "scan             0.050    20.000",
        "pruned                     2.000",
    ]
    draw(growth(figures), tmp_path / "growth.svg")
    drawn = ElementTree.parse(tmp_path / "growth.svg").getroot()
    assert len(drawn.findall("{*}circle")) == 3
    assert len(drawn.findall("{*}polyline")) == 2


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
