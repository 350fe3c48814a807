"""The five routes in words: who employs and who pays whom. What each needs is in the facts."""

from collections.abc import Iterable, Mapping

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
    region = Region(fact.employer_region).label if fact.employer_region else ""
    return _joined(_country(str(fact.employer_country)) or str(region), fact.talent_place)


def pair_of(country: str, place: str) -> str:
    """The pair that was asked about, "" where none was."""
    return _joined(_country(country), place)


def _joined(employer: str, place: str) -> str:
    said = []
    if employer:
        said.append(_("employer: %(where)s") % {"where": employer})
    if place:
        said.append(_("person: %(where)s") % {"where": TalentPlace(place).label})
    return _(", ").join(said)


def _country(code: str) -> str:
    return str(countries.name(code)) if code else ""


def not_found(kinds: Iterable[str]) -> str:
    """A sentence that names what nobody has found of a route, "" where there is nothing."""
    labels = _("; ").join(str(RouteFact.Kind(kind).label) for kind in kinds)
    return _("Not found yet: %(what)s.") % {"what": labels} if labels else ""
