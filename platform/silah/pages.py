"""Pages that belong to no floor: the home page."""

from urllib.parse import urlencode

from django.db.models import Count
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.views.decorators.http import require_safe

from matching.models import Opening
from matching.pairings import registry
from profiles.middleware import ViewedRequest
from silah import home_words


@require_safe
def home(request: ViewedRequest) -> HttpResponse:
    rows = Opening.objects.visible_to(request.viewer).open()
    counted = dict(rows.order_by().values_list("pairing").annotate(Count("pk")))
    return render(
        request,
        "home.html",
        {
            "doors": _doors(),
            "pillars": home_words.pillars(),
            "numbers": [_number(slug, counted.get(slug, 0)) for slug in registry.all_pairings()],
            "steps": home_words.steps(),
            "promises": home_words.promises(),
            "total": sum(counted.values()),
        },
    )


def _number(slug: str, count: int) -> tuple[int, SafeString]:
    """How many are open, and a link to them."""
    label = registry.get(slug).label
    return count, format_html('<a href="{}">{}</a>', _openings(slug), label)


def _doors() -> list[tuple[str, str, str]]:
    return [(text, hint, _openings(*slugs)) for text, hint, slugs in home_words.doors()]


def _openings(*pairings: str) -> str:
    query = urlencode([("pairing", slug) for slug in pairings])
    return f"{reverse('openings')}?{query}"
