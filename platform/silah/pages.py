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
from profiles.viewer import Viewer
from silah import home_words
from silah.home_words import Door


@require_safe
def home(request: ViewedRequest) -> HttpResponse:
    rows = Opening.objects.visible_to(request.viewer).open()
    counted = dict(rows.order_by().values_list("pairing").annotate(Count("pk")))
    return render(
        request,
        "home.html",
        {
            "doors": [_door(each, request.viewer) for each in home_words.doors()],
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


def _door(door: Door, viewer: Viewer) -> tuple[str, str, str]:
    """(text, hint, address): a stranger joins in that role, whoever is in reads what there is."""
    if viewer.user_id is not None:
        return door.text, door.hint, _openings(*door.pairings)
    if not door.role:
        return door.text, door.hint, reverse("join")
    return door.text, door.hint, f"{reverse('account_signup')}?{urlencode({'role': door.role})}"


def _openings(*pairings: str) -> str:
    query = urlencode([("pairing", slug) for slug in pairings])
    return f"{reverse('openings')}?{query}"
