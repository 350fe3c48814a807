"""The directory of teams for hire: local firms that said they want to be found for their people."""

from dataclasses import replace

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from matching.authoring.offers import Offer
from matching.listings import TEAMS
from matching.models import Candidacy
from matching.pairings.contracting import PAIRING
from matching.queries.teams import with_teams
from matching.views.profile_lines import ProfileLine, profile_line
from matching.views.wording import seniority
from profiles.browsing.finding import Found
from profiles.browsing.pages import list_page, told_total
from profiles.disclosure import heading
from profiles.firms.vouching import vouched_details
from profiles.middleware import ViewedRequest
from profiles.models import Profile
from profiles.viewer import Viewer


@require_safe
def teams(request: ViewedRequest) -> HttpResponse:
    page = list_page(
        request,
        TEAMS,
        rows=with_teams,
        heading=_teams_found,
        line=lambda row: _team_line(row, request.viewer),
    )
    page["ask_url"] = _ask_url(request.viewer)
    return render(request, "matching/teams.html", page)


def _team_line(profile: Profile, viewer: Viewer) -> ProfileLine:
    """Of the team what is free and how senior, of the firm where it is and what was checked."""
    team: Candidacy = profile.team  # type: ignore[attr-defined]  # with_teams adds it
    _title, region = heading(profile, viewer)
    checked = [detail.phrase for detail in vouched_details(profile)]
    facts = [region, _free(team), seniority(team), *checked]
    return replace(profile_line(profile, viewer), facts=[fact for fact in facts if fact])


def _free(team: Candidacy) -> str:
    if team.headcount is None:
        return ""
    free = ngettext("%(count)d person free", "%(count)d people free", team.headcount)
    return free % {"count": team.headcount}


def _ask_url(viewer: Viewer) -> str:
    """Where a verified company asks for a team, "" for everybody else."""
    may_ask = any(
        role.is_verified and PAIRING.takes("opening", role.kind, role.firm_type)
        for role in viewer.roles
        if viewer.writes_for(role.profile_id)
    )
    return Offer(PAIRING, "opening").url if may_ask else ""


def _teams_found(found: Found) -> str:
    if found.total == 0:
        return _("No team found")
    if found.told == 0:
        return _("Fewer than 5 teams for hire")
    if found.told is not None:
        more = ngettext(
            "More than one team for hire", "More than %(total)s teams for hire", found.told
        )
        return more % {"total": told_total(found)}
    teams = ngettext("One team for hire", "%(total)s teams for hire", found.total)
    return teams % {"total": told_total(found)}
