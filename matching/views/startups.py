"""The list of startups: a teaser for strangers, what fits the mandate for an investor."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from matching.listings import startups_for
from matching.queries.mandates import FITS, NO, Fit, fit_of, fitting, wanted
from matching.views.people import profiles_page
from profiles.browsing.finding import Found
from profiles.browsing.pages import told_total
from profiles.middleware import ViewedRequest


@require_safe
def startups(request: ViewedRequest) -> HttpResponse:
    """An investor sees what fits the mandate, until the chip that says so is removed."""
    fit = fit_of(request.viewer, request.GET)
    page = profiles_page(request, startups_for(request.viewer), _heading, **_narrowed(request, fit))
    page["save_note"] = _follows_mandate() if fit.narrows else ""
    page["has_no_mandate"] = fit.is_lost
    page["fits_url"] = _address(request) if fit.mandates and not fit.narrows else ""
    if fit.mandates:
        page["clear_url"] = f"{reverse('startups')}?{FITS}={NO}"
    return render(request, "matching/startups.html", page)


def _narrowed(request: HttpRequest, fit: Fit) -> dict[str, Any]:
    if not fit.narrows:
        return {}
    return {
        "also": (wanted(fit.mandates), lambda: fitting(fit.mandates)),
        "chip": (_("Fits my mandate"), _address(request, fits=NO)),
    }


def _follows_mandate() -> str:
    return _("Mail follows your mandate as it is on that day, and says so when you have none.")


def _address(request: HttpRequest, fits: str = "") -> str:
    """This list with the mandate or without it, from its first page."""
    query = request.GET.copy()
    for name in ("page", FITS):
        query.pop(name, None)
    if fits:
        query[FITS] = fits
    address = reverse("startups")
    return f"{address}?{query.urlencode()}" if query else address


def _heading(found: Found) -> str:
    if found.total == 0:
        return _("No startup found")
    if found.told == 0:
        return _("Fewer than 5 startups")
    if found.told is not None:
        more = ngettext("More than one startup", "More than %(total)s startups", found.told)
        return more % {"total": told_total(found)}
    return ngettext("One startup", "%(total)s startups", found.total) % {"total": told_total(found)}
