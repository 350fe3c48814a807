"""Years of work: said outright, or summed from the spans under a heading of work."""

import re
from collections.abc import Iterable, Iterator

from profiles.folding import fold
from profiles.graduates.cv.finding.sections import Line, Section

MOST = 40
_SAID = re.compile(r"(?<!\d)(\d{1,2})\s*\+?\s*(?:years?|سنوات|سنه|اعوام|عاما)\b")
_OF_WORK = re.compile(r"experience|working|خبر|عمل")
_NOW = r"present|now|current|today|الان|حتي الان|الحالي|اليوم"
_SPAN = re.compile(
    rf"(?<!\d)(?:(\d{{1,2}})/)?((?:19|20)\d\d)(?!\d)[^\d\n]{{0,24}}?(?:[-–—]|to|until|الي|حتي)"
    rf"[^\d\n]{{0,24}}?(?:(?:(\d{{1,2}})/)?((?:19|20)\d\d)(?!\d)|(?:{_NOW}))"
)


def find_years(lines: Iterable[Line], this_year: int) -> tuple[int, int] | None:
    """(years, number of the line); the sum counts overlapping spans once, in whole years."""
    rows = [line for line in lines if line.section is not Section.ASIDE]
    said = next(_said_outright(rows), None)
    if said:
        return said
    spans = [(*span, line.number) for line in rows for span in _spans(line, this_year)]
    covered = {year for start, end, _ in spans for year in range(start, end)}
    return (len(covered), spans[0][2]) if covered and len(covered) <= MOST else None


def _said_outright(rows: list[Line]) -> Iterator[tuple[int, int]]:
    for line in rows:
        text = fold(line.text)
        found = _SAID.search(text)
        if found and _OF_WORK.search(text) and line.section is not Section.EDUCATION:
            yield min(int(found[1]), MOST), line.number


def _spans(line: Line, this_year: int) -> Iterator[tuple[int, int]]:
    if line.section is not Section.WORK:
        return
    for found in _SPAN.finditer(fold(line.text)):
        # Some PDF files leave "2021 - 2024" in Arabic as "2024 - 2021".
        start, end = sorted((int(found[2]), int(found[4] or this_year)))
        if end <= this_year:
            yield start, end
