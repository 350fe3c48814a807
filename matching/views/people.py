"""The lists of people and of firms, each to those who may know of them."""

from collections.abc import Callable, Sequence
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from matching import listings
from matching.queries.people import for_list
from matching.views.profile_lines import profile_line
from profiles.browsing.finding import Found, Listing
from profiles.browsing.pages import list_page, told_total
from profiles.middleware import ViewedRequest
from profiles.models import Profile
from profiles.viewer import Viewer


@require_safe
def people(request: ViewedRequest) -> HttpResponse:
    page = profiles_page(request, listings.PEOPLE, _people_found)
    return render(request, "matching/people.html", page)


@require_safe
def firms(request: ViewedRequest) -> HttpResponse:
    page = profiles_page(request, listings.FIRMS, _firms_found)
    return render(request, "matching/firms.html", page)


def profiles_page(
    request: ViewedRequest, listing: Listing, heading: Callable[[Found], str], **further: Any
) -> dict[str, Any]:
    """The context of a list of profiles; `further` as in `list_page`."""
    viewer: Viewer = request.viewer

    def rows(keys: list[int]) -> Sequence[Profile]:
        """Keys of what is visible: `find` took them from `listing.visible` in this request."""
        return for_list(Profile.objects.filter(pk__in=keys))

    return list_page(
        request,
        listing,
        rows=rows,
        heading=heading,
        line=lambda row: profile_line(row, viewer),
        **further,
    )


def _people_found(found: Found) -> str:
    if found.total == 0:
        return _("Nobody found")
    if found.told == 0:
        return _("Fewer than 5 people")
    if found.told is not None:
        more = ngettext("More than one person", "More than %(total)s people", found.told)
        return more % {"total": told_total(found)}
    return ngettext("One person", "%(total)s people", found.total) % {"total": told_total(found)}


def _firms_found(found: Found) -> str:
    if found.total == 0:
        return _("No firm found")
    if found.told == 0:
        return _("Fewer than 5 firms")
    if found.told is not None:
        more = ngettext("More than one firm", "More than %(total)s firms", found.told)
        return more % {"total": told_total(found)}
    return ngettext("One firm", "%(total)s firms", found.total) % {"total": told_total(found)}
