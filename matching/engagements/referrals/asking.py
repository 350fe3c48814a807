"""How the reader of a recommendation comes to ask the firm: one step, by who they are."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.db.models import OuterRef, QuerySet, Subquery
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from matching.engagements.models import Referral
from matching.introductions.models import Introduction
from matching.models import Candidacy, Opening
from matching.pairings import registry
from matching.queries.exclusions import openings_apart_from
from profiles.isolation import own_words
from profiles.models import Profile
from profiles.viewer import Viewer


@dataclass(frozen=True, slots=True)
class Way:
    """text: what stands between; links: (label, address), the first one leads on

    is_theirs: whether the reader is a company that may ask, so that it is remembered
    """

    text: str
    links: tuple[tuple[str | Promise, str], ...] = ()
    is_theirs: bool = False


def way_of(row: Referral, viewer: Viewer, here: str) -> Way:
    """here: the address of the page, to come back to."""
    both = (row.engagement.owner_id, row.engagement.candidate_id)
    if any(map(viewer.owns, both)):
        return Way(_("This is how others read it."), _to_own_page(row, viewer))
    if viewer.user_id is None:
        return _of_stranger(here)
    team = _team(row)
    if team is None:
        return Way(_("This firm takes no new requests at present."))
    tenders = _tenders(team, viewer)
    return _about(_best(tenders, team), team) if tenders else _without_a_tender(viewer)


def _to_own_page(row: Referral, viewer: Viewer) -> tuple[tuple[str, str], ...]:
    """For those who decide over it; others of the company or the firm only read."""
    parties = (row.engagement.owner_id, row.engagement.candidate_id)
    if not any(map(viewer.writes_for, parties)):
        return ()
    return ((_("To your recommendations"), reverse("recommend", args=[row.engagement.public_id])),)


def _of_stranger(here: str) -> Way:
    query = urlencode({"next": here})
    links = (
        (_("Join, then ask this firm"), f"{reverse('join')}?{query}"),
        (_("Log in"), f"{reverse('account_login')}?{query}"),
    )
    return Way(_("Verified companies ask the firm here. You come back to this page."), links)


def _team(row: Referral) -> Candidacy | None:
    rows: QuerySet[Candidacy] = Candidacy.objects.active().filter(
        profile=row.engagement.candidate_id, pairing="contracting"
    )
    return rows.select_related("profile", "top_matches").first()


def _tenders(team: Candidacy, viewer: Viewer) -> list[Opening]:
    """One's open ones that may meet the team, the newest first; `met`: where they met already."""
    live = Introduction.objects.live().filter(opening=OuterRef("pk"), candidacy=team)
    own = Opening.objects.open().filter(owner__in=sorted(viewer.written_ids), pairing="contracting")
    found = own.exclude(openings_apart_from(team)).order_by("-published_at", "-pk")
    return list(found.annotate(met=Subquery(live.values("public_id")[:1])))


def _best(tenders: list[Opening], team: Candidacy) -> Opening:
    """Where they met already; else that which the team fits best; the newest before a match."""
    ranked = list(team.top_matches.ids) if hasattr(team, "top_matches") else []

    def place(tender: Opening) -> tuple[bool, int]:
        is_new = tender.met is None  # type: ignore[attr-defined]
        return is_new, ranked.index(tender.pk) if tender.pk in ranked else len(ranked)

    return min(tenders, key=place)


def _about(tender: Opening, team: Candidacy) -> Way:
    met = tender.met  # type: ignore[attr-defined]
    if met is not None:
        link = (_("See the introduction"), reverse("introduction", args=[met]))
        return Way(_("You are in touch with this firm already."), (link,))
    text = _("About your tender “%(title)s”") % {"title": own_words(tender.title)}
    url = reverse("ask-introduction", args=[tender.public_id, team.public_id])
    return Way(text, ((_("Ask this firm"), url),), is_theirs=True)


def _without_a_tender(viewer: Viewer) -> Way:
    companies = _companies(viewer)
    if any(each.is_verified for each in companies):
        text = _("Say first which team you need. Then come back to this page and ask the firm.")
        link = (_("Post a tender"), reverse("new-opening", args=["contracting"]))
        return Way(text, (link,), is_theirs=True)
    if companies:
        text = _("Programme staff look at your company first. Then you ask the firm here.")
        return Way(text, ((_("Your dashboard"), reverse("dashboard")),))
    text = _("Companies that look for a team ask the firm here. You hold no such role yet.")
    return Way(text, ((_("Add a role"), reverse("roles")),))


def _companies(viewer: Viewer) -> list[Profile]:
    """Those that may post a tender, and for which the reader decides."""
    types = registry.get("contracting").firm_types["opening"]
    own = Profile.objects.filter(pk__in=sorted(viewer.written_ids), status=Profile.Status.ACTIVE)
    return list(own.filter(firm__type__in=sorted(types)))
