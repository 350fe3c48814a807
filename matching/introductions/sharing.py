"""What one side lets the other read: each choice says exactly what it opens."""

from collections.abc import Iterable

from django.db.models import prefetch_related_objects
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from matching.views.wording import on_day
from profiles.disclosure import Card, disclose, step_for
from profiles.isolation import isolated
from profiles.models import Consent, Profile
from profiles.recognition import standing_of
from profiles.stages import Stage
from profiles.steps import Step
from profiles.viewer import Viewer
from profiles.visibility import no_card_rows

SHARED = (Step.REGION, Step.NAME, Step.CONTACT)


def own_card(own: Profile, viewer: Viewer) -> Card:
    """One's own, without skills and languages: nobody needs to be told those here."""
    prefetch_related_objects([own], *no_card_rows())
    return disclose(own, viewer)


def consents_between(a: Profile, b: Profile) -> list[Consent]:
    """Those in force, of both directions, in one query."""
    both = (a.pk, b.pk)
    return list(Consent.objects.in_force().filter(owner__in=both, to__in=both))


def given(consents: Iterable[Consent], owner: Profile) -> Consent | None:
    return next((consent for consent in consents if consent.owner_id == owner.pk), None)


def read_by(other: Profile, own: Profile, consents: Iterable[Consent]) -> Step:
    """How far the other side reads one's own profile now."""
    consent = given(consents, own)
    return max(step_for(own, standing_of(other)), Step(consent.step if consent else Step.ALIAS))


def choices(card: Card, already: Step) -> list[tuple[int, SafeString]]:
    """What one may share from here on; what they read already cannot be taken back here.

    card: one's own, as oneself reads it
    """
    least = min(max(already, Step.REGION), Step.CONTACT)
    return [(int(step), _choice(step, card)) for step in SHARED if step >= least]


def _choice(step: Step, card: Card) -> SafeString:
    label, text = {
        Step.REGION: (_("Region only"), _("They read: %(what)s. No name, no way to reach you.")),
        Step.NAME: (_("Name"), _("They read: %(what)s. No way to reach you.")),
        Step.CONTACT: (_("Name and contact"), _("They read: %(what)s.")),
    }[step]
    said = text % {"what": _(", ").join(_read(step, card))}
    return format_html("{}<br>{}", label, said)


def _read(step: Step, card: Card) -> list[str]:
    """The very words that the step opens; what was not said is named as missing."""
    found = [_("your capability"), card.region or _("no region, you said none")]
    if step >= Step.NAME:
        found.append(card.title if card.is_named else _("no name, you said none"))
        found += [card.website] if card.website else []
    if step >= Step.CONTACT:
        reached = [text for text in (card.email, card.phone, card.address) if text]
        found += reached or [_("no way to reach you, you said none")]
    return [isolated(text) for text in found]


def own_stages(card: Card, step: Step, consent: Consent | None) -> list[Stage]:
    """What the other side reads of oneself, step by step, and until when."""
    until = _(" Until %(day)s.") % {"day": on_day(consent.until)} if consent else ""
    hidden = _("Not shown to them.")
    name = isolated(card.title) if card.is_named else _("Not said.")
    reached = [isolated(text) for text in (card.email, card.phone, card.address) if text]
    contact = _(", ").join(reached) or _("Not said.")
    return [
        (
            step >= Step.CAPABILITY,
            _("Capability"),
            _("Skills, languages, years of work and hours."),
        ),
        (step >= Step.REGION, _("Region"), card.region or _("Not said.")),
        (step >= Step.NAME, _("Name"), name + until if step >= Step.NAME else hidden),
        (step >= Step.CONTACT, _("Contact"), contact + until if step >= Step.CONTACT else hidden),
    ]
