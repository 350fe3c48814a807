"""The adviser: two choices, then five routes with what is known of each and where it was read."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from grants.routes.forms import PairForm
from grants.routes.reading import Way, offers_local_firm, ways_for
from grants.routes.words import not_found, pair_of, scope_of
from matching.pairings.codes import Route


@require_safe
def routes(request: HttpRequest) -> HttpResponse:
    form = PairForm(request.GET)
    country, place = form.pair()
    ways = ways_for(country, place)
    pair = pair_of(country, place)
    is_particular = any(way.is_particular for way in ways)
    page = {
        "form": form,
        "pair": pair,
        "is_particular": is_particular,
        "ways": [_shown(way, ways, is_asked=bool(pair) and is_particular) for way in ways],
    }
    return render(request, "routes/routes.html", page)


def _shown(way: Way, ways: list[Way], *, is_asked: bool) -> dict[str, Any]:
    return {
        "slug": way.route.value,
        "label": way.route.label,
        "meaning": way.meaning,
        "is_blocked": way.is_blocked,
        "offers_firm": offers_local_firm(ways, way),
        "is_branch": way.route is Route.BRANCH,
        "is_general": is_asked and not way.is_particular,
        "not_found": not_found(way.not_found),
        "facts": [(fact, scope_of(fact)) for fact in way.facts],
    }
