"""The steps of an identity as the reader of a profile sees them: what is open, what comes later."""

from django.utils.translation import gettext as _

from profiles.disclosure import Card
from profiles.steps import Step

Stage = tuple[bool, str, str]


def stages(card: Card) -> list[Stage]:
    """(open to this reader, step, what it holds) in their order."""
    return [
        (True, _("Capability"), _("Skills, languages, years of work and hours.")),
        (bool(card.region), _("Region"), card.region or _("Not said.")),
        (card.step >= Step.NAME, _("Name"), _name(card)),
        (card.step >= Step.CONTACT, _("Contact"), _contact(card)),
    ]


def _name(card: Card) -> str:
    if card.step < Step.NAME:
        return _("Withheld. They decide, when an introduction is agreed.")
    return _isolated(card.title) if card.is_named else _("Not said.")


def _contact(card: Card) -> str:
    if card.step < Step.CONTACT:
        return _("Withheld. Given to you alone, and only after they agree.")
    said = [_isolated(text) for text in (card.email, card.phone, card.address) if text]
    return _(", ").join(said) or _("Not said.")


def _isolated(text: str) -> str:
    """People's own words keep their reading order within a page of either direction."""
    return f"\N{FIRST STRONG ISOLATE}{text}\N{POP DIRECTIONAL ISOLATE}"
