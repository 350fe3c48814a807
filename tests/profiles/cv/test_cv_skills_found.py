"""How well skills are found, on the table that was written before: precision and recall."""

import pytest

from profiles.graduates.cv.finding.sections import in_sections
from profiles.graduates.cv.finding.skills import find_skills
from profiles.graduates.cv.finding.vocabulary import vocabulary
from tests.profiles.cv.snippets import HELD_OUT, TUNED

pytestmark = pytest.mark.django_db
LEAST_PRECISION, LEAST_RECALL = 0.95, 0.9


@pytest.fixture
def names():
    return vocabulary().skills


def found_in(text, names):
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return {slug for slug, _ in find_skills(list(in_sections(lines)), names)}


def measured(snippets, names, out):
    right = wrong = missed = 0
    for snippet in snippets:
        found = found_in(snippet.text, names)
        extra, lost = found - snippet.skills - snippet.may, snippet.skills - found
        right, wrong, missed = (
            right + len(found & snippet.skills),
            wrong + len(extra),
            missed + len(lost),
        )
        if extra or lost:
            out(f"  {snippet.name}: not meant {sorted(extra)}, missed {sorted(lost)}")
    precision, recall = right / (right + wrong), right / (right + missed)
    out(f"  {len(snippets)} pieces: precision {precision:.3f}, recall {recall:.3f}")
    return precision, recall


@pytest.mark.parametrize("table", [TUNED, HELD_OUT], ids=["tuned", "held out"])
def test_what_is_found_is_meant_and_little_is_missed(table, names, capsys):
    with capsys.disabled():
        precision, recall = measured(table, names, print)
    assert precision >= LEAST_PRECISION
    assert recall >= LEAST_RECALL
