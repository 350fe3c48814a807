"""Numbers of one's own: openings by state and matches of each. Who looked is not tracked."""

from collections import Counter
from collections.abc import Sequence
from urllib.parse import urlencode

from django.utils.formats import number_format
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import ngettext

from matching.models import Opening
from matching.views.sides import OwnSide
from silah.dashboard.links import url

MOST_LISTS = 5
Number = tuple[str, str | SafeString]


def numbers_of(sides: Sequence[OwnSide]) -> list[Number]:
    openings = [own for own in sides if isinstance(own.row, Opening)]
    return [*_by_state(openings), *map(_matches, _longest(sides))]


def _by_state(openings: Sequence[OwnSide]) -> list[Number]:
    counted = Counter(own.row.status for own in openings)
    return [
        (number_format(counted[state], use_l10n=True), _openings_in(state, counted[state]))
        for state in Opening.Status.values
        if counted[state]
    ]


def _openings_in(state: str, count: int) -> str:
    words = {
        "draft": ngettext("opening is a draft", "openings are drafts", count),
        "published": ngettext("opening is published", "openings are published", count),
        "paused": ngettext("opening is paused", "openings are paused", count),
        "closed": ngettext("opening is closed", "openings are closed", count),
    }
    return words[state]


def _longest(sides: Sequence[OwnSide]) -> list[OwnSide]:
    listed = [own for own in sides if own.stored and not own.why_not_matched]
    return sorted(listed, key=lambda own: -_size(own))[:MOST_LISTS]


def _matches(own: OwnSide) -> Number:
    size = _size(own)
    text = ngettext("match: %(label)s", "matches: %(label)s", size) % {"label": "{}"}
    link = format_html(
        '<a href="{}"><bdi dir="auto">{}</bdi></a>',
        f"{url('my-matches')}?{urlencode({'of': own.public_id})}",
        own.label,
    )
    return number_format(size, use_l10n=True), format_html(text, link)


def _size(own: OwnSide) -> int:
    return len(own.stored.ids) if own.stored else 0
