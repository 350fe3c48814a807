"""The three charts with invented figures, and the same figures as a table and as CSV."""

import csv
from io import StringIO
from typing import Any

from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import get_language_bidi
from django.utils.translation import gettext as _

from silah.charts import Part, bars, lines

MONTHS = ("12", "", "", "3", "", "", "6", "", "", "9", "", "11")
ACCEPTED = (8, 11, 14, 13, 19, 22, 20, 26, 31, 29, 36, 39)
MET = (5, 8, 10, 10, 14, 17, 15, 20, 24, 22, 28, 30)
Table = tuple[list[str], list[list[str]]]


def pictures() -> list[tuple[str, dict[str, Any]]]:
    """Each chart on its plate, with its table beside it."""
    return [
        _plate("funnel", "bars", _("Funnel from match to outcome"), "", _funnel()),
        _plate("pillars", "stacked", _("Confirmed outcomes by pillar"), _parts(), _pillars()),
        _plate(
            "months", "line", _("Introductions accepted and met, by month"), _dashes(), _months()
        ),
    ]


def _plate(key: str, kind: str, title: str, hint: str, chart: Any) -> tuple[str, dict[str, Any]]:
    columns, rows = tables()[key]
    inputs = {"key": key, "title": title, "description": _sentence(rows), "chart": chart}
    return "charts/plate", {
        "picture": render_to_string(f"components/charts/{kind}.html", inputs),
        "heading": title,
        "hint": hint,
        "caption": title,
        "columns": [(name, number > 0) for number, name in enumerate(columns)],
        "rows": [
            [{"text": text, "numeric": place > 0} for place, text in enumerate(row)] for row in rows
        ],
        "csv_url": reverse("styleguide-csv", args=[key]),
    }


def _parts() -> str:
    return _("Women first, men in grey; hatched: fewer than five")


def _dashes() -> str:
    return _("Accepted solid, met dashed")


def _sentence(rows: list[list[str]]) -> str:
    return _("; ").join(f"{row[0]}: {_(', ').join(row[1:])}" for row in rows)


def tables() -> dict[str, Table]:
    steps = zip(_steps(), ("1,840", "412", "268", "203"), strict=True)
    months = [
        [str(n), str(a), str(m)] for n, (a, m) in enumerate(zip(ACCEPTED, MET, strict=True), 1)
    ]
    few = _("few")
    return {
        "funnel": ([_("Step"), _("Pairs")], [list(step) for step in steps]),
        "pillars": (
            [_("Pillar"), _("Women"), _("Men")],
            [[_("Jobs"), "8", "9"], [_("Mentorship"), "13", "11"], [_("Investment"), few, few]],
        ),
        "months": ([_("Month"), _("Accepted"), _("Met, of introductions")], months),
    }


def as_csv(table: Table) -> str:
    out = StringIO()
    csv.writer(out).writerows([table[0], *table[1]])
    return out.getvalue()


def _steps() -> list[str]:
    return [
        _("Matched pairs shown"),
        _("Introductions asked"),
        _("Accepted"),
        _("Met, of introductions"),
    ]


def _funnel() -> Any:
    figures = ((1840, "c1"), (412, "c1"), (268, "c1"), (203, "c2"))
    rows = [
        (label, f"{figure:,}", [Part(figure, tone)])
        for label, (figure, tone) in zip(_steps(), figures, strict=True)
    ]
    return bars(rows, mirrored=get_language_bidi())


def _pillars() -> Any:
    rows = [
        (_("Jobs"), "8 + 9", [Part(8), Part(9, "c5")]),
        (_("Mentorship"), "13 + 11", [Part(13), Part(11, "c5")]),
        (_("Investment"), _("few"), [Part(None)]),
    ]
    return bars(rows, mirrored=get_language_bidi())


def _months() -> Any:
    return lines([ACCEPTED, MET], MONTHS, mirrored=get_language_bidi())
