"""What a firm lets one company read of it when it answers: its alias, its name, or more."""

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from matching.introductions.sharing import choices as named_choices
from matching.views.wording import on_day
from profiles.disclosure import Card
from profiles.isolation import isolated
from profiles.models import Consent, Profile
from profiles.steps import Step


def standing(firm: Profile, owner: Profile) -> Consent | None:
    """What the firm lets this company read already, for whatever reason."""
    found: Consent | None = Consent.objects.in_force().filter(owner=firm, to=owner).first()
    return found


def choices(card: Card, consent: Consent | None) -> list[tuple[int, SafeString]]:
    """What one may choose from here on; what they read already cannot be taken back here.

    card: the firm's own, as the firm reads it
    """
    already = Step(consent.step) if consent else Step.ALIAS
    named = named_choices(card, max(already, Step.NAME))
    return named if already >= Step.NAME else [(int(Step.ALIAS), _alias_only()), *named]


def _alias_only() -> SafeString:
    text = _("They read what this page says they read. No name, no region, no way to reach you.")
    return format_html("{}<br>{}", _("Alias only"), text)


def read_of_us(alias: str, consent: Consent | None) -> str:
    """A sentence on what the company reads of the firm now."""
    if consent is None or consent.step < Step.NAME:
        return _("They read this answer under the alias %(alias)s, without your name.") % {
            "alias": isolated(alias)
        }
    said = {"step": consent.get_step_display(), "day": on_day(consent.until)}
    return _("They read of you, up to: %(step)s. Last day: %(day)s.") % said
