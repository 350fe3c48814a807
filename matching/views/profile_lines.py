"""People and firms as the lists show them: what `disclose` hands out, as texts."""

from dataclasses import dataclass

from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from matching.views.lines import MOST_TAGS, Tag
from profiles.disclosure import Card, disclose
from profiles.models import Profile
from profiles.viewer import Viewer


@dataclass(frozen=True, slots=True)
class ProfileLine:
    """One profile of a list. `kind` is empty where the title, an alias, says it already."""

    kind: str
    title: str
    url: str
    headline: str
    language: str
    facts: list[str]
    tags: list[Tag]


def profile_line(profile: Profile, viewer: Viewer) -> ProfileLine:
    card = disclose(profile, viewer)
    tags = [(skill.label, "") for skill in card.skills[:MOST_TAGS]]
    more = len(card.skills) - len(tags)
    if more > 0:
        tags.append((ngettext("%(count)d more", "%(count)d more", more) % {"count": more}, ""))
    return ProfileLine(
        kind=card.kind_label if card.is_named else "",
        title=card.title,
        url=_url(profile),
        headline=card.headline,
        language=card.language,
        facts=_facts(card),
        tags=tags,
    )


def _facts(card: Card) -> list[str]:
    """Where, for how long at work, and what only this kind says."""
    said = [card.region] if card.region else []
    if card.experience_years is not None:
        years = card.experience_years
        said.append(
            ngettext("%(count)d year of work", "%(count)d years of work", years) % {"count": years}
        )
    return [*said, *(_said(label, value) for label, value in card.details)]


def _said(label: str, value: str) -> str:
    """A bare number says nothing without its name."""
    return _("%(name)s: %(value)s") % {"name": label, "value": value} if value.isdigit() else value


def _url(profile: Profile) -> str:
    try:
        return reverse("profile", args=[profile.public_id])
    except NoReverseMatch:
        return ""
