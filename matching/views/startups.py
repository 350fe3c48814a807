"""The list of startups: a teaser for strangers, what fits the mandate for an investor."""

from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from matching.queries.mandates import fitting, open_mandates, wanted
from matching.startup_filters import StartupFilter, TeaserFilter
from matching.views.people import profiles_listing, profiles_page
from profiles.browsing.finding import Found
from profiles.browsing.pages import told_total
from profiles.firms.filters import STARTUP
from profiles.middleware import ViewedRequest

FITS, ALL = "fits", "no"
WHICH = Q(kind="firm", firm__type=STARTUP)
LISTING = profiles_listing("startups", StartupFilter, WHICH)
TEASER = profiles_listing("startups", TeaserFilter, WHICH)


@require_safe
def startups(request: ViewedRequest) -> HttpResponse:
    """An investor sees what fits the mandate, until the chip that says so is removed."""
    viewer = request.viewer
    mandates = open_mandates(viewer)
    narrows = bool(mandates) and request.GET.get(FITS) != ALL
    page = profiles_page(
        request,
        LISTING if viewer.is_verified or viewer.is_staff else TEASER,
        _heading,
        also=(wanted(mandates), lambda: fitting(mandates)) if narrows else None,
        chip=(_("Fits my mandate"), _address(request, fits=ALL)) if narrows else None,
    )
    page["fits_url"] = _address(request, fits=None) if mandates and not narrows else ""
    page["clear_url"] = f"{reverse('startups')}?{FITS}={ALL}" if mandates else page["clear_url"]
    return render(request, "matching/startups.html", page)


def _address(request: HttpRequest, *, fits: str | None) -> str:
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
        return _("More than %(total)s startups") % {"total": told_total(found)}
    return ngettext("One startup", "%(total)s startups", found.total) % {"total": told_total(found)}
