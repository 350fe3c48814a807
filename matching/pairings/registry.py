"""Every pairing there is: one file each, found by itself, checked before anything runs."""

from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from matching import pairings
from matching.engine.criteria import check_criteria, check_weights
from matching.pairings.declaration import Pairing


class PairingError(ValueError):
    """A pairing file with a mistake; the message names the file and says what to do."""


def check(module: str, pairing: object) -> Pairing:
    """The module's pairing, or a PairingError that says how to mend the file."""
    where = f"matching/pairings/{module}.py"
    if not isinstance(pairing, Pairing):
        raise PairingError(f"{where}: PAIRING must be a Pairing, not {type(pairing).__name__}.")
    if pairing.slug != module:
        raise PairingError(
            f"{where}: call its slug {module!r} like the file, not {pairing.slug!r}."
        )
    wrong = [
        *check_criteria(pairing.criteria),
        *check_weights(pairing.criteria, pairing.weights),
        *_check_sides(pairing),
    ]
    if wrong:
        raise PairingError(f"{where}: " + " ".join(wrong))
    return pairing


def _check_sides(pairing: Pairing) -> list[str]:
    if pairing.holder not in ("opening", "candidacy"):
        return [f"The holder must be 'opening' or 'candidacy', not {pairing.holder!r}."]
    if not pairing.owner_kinds or not pairing.candidate_kinds:
        return ["Name at least one owner kind and one candidate kind."]
    return []


@cache
def all_pairings() -> dict[str, Pairing]:
    """Slug to pairing, by pillar; the one that bears the name of its pillar comes first."""
    found = {}
    for info in iter_modules(pairings.__path__):
        declared = getattr(import_module(f"{pairings.__name__}.{info.name}"), "PAIRING", None)
        if declared is not None:
            found[info.name] = check(info.name, declared)
    return dict(sorted(found.items(), key=lambda each: _place(each[1])))


def _place(pairing: Pairing) -> tuple[str, bool, str]:
    return pairing.pillar, pairing.slug != pairing.pillar, pairing.slug


def get(slug: str) -> Pairing:
    """The pairing of that slug, or a LookupError that names those there are."""
    try:
        return all_pairings()[slug]
    except KeyError:
        known = ", ".join(all_pairings())
        raise LookupError(f"There is no pairing {slug!r}: choose one of {known}.") from None


def choices() -> list[tuple[str, object]]:
    """(slug, label) of every pairing, for form and filter fields."""
    return [(pairing.slug, pairing.label) for pairing in all_pairings().values()]
