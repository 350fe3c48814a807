"""The five routes in words: who employs and who pays whom. What each needs is in the facts."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django_countries import countries

from grants.models import RouteFact, TalentPlace
from matching.pairings.codes import Region, Route

MEANINGS: Mapping[Route, Promise] = {
    Route.DIRECT: gettext_lazy(
        "You employ the person yourself from abroad, and pay them a salary."
    ),
    Route.CONTRACTOR: gettext_lazy(
        "The person works on their own account and sends invoices, which you pay."
    ),
    Route.LOCAL_FIRM: gettext_lazy(
        "You contract a firm in Palestine and pay its invoices. It employs and pays the person."
    ),
    Route.EMPLOYER_OF_RECORD: gettext_lazy(
        "An employer of record employs and pays the person for you. You pay its invoices."
    ),
    Route.BRANCH: gettext_lazy(
        "You register a branch or a firm of your own in Palestine. It employs and pays the person."
    ),
}


def scope_of(fact: RouteFact) -> str:
    """For which employers and places it holds, "" where for any."""
    return _(", ").join(filter(None, (_employers(fact), _place(fact.talent_place))))


def _employers(fact: RouteFact) -> str:
    if fact.employer_country:
        return employers_in(str(fact.employer_country))
    if fact.employer_region:
        region = Region(fact.employer_region).label
        return _("employers in this region: %(region)s") % {"region": region}
    return ""


def employers_in(country: str) -> str:
    return _("employers in this country: %(country)s") % {"country": countries.name(country)}


def _place(place: str) -> str:
    if not place:
        return ""
    return _("people in this place: %(place)s") % {"place": TalentPlace(place).label}


def pair_of(country: str, place: str) -> str:
    """The pair that was asked about, "" where none was."""
    return _(", ").join(filter(None, (country and employers_in(country), _place(place))))
