"""Every outcome there is: one file each, found by itself, one for each pairing."""

from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from matching.engagements import outcomes
from matching.engagements.outcomes.declaration import Outcome
from matching.pairings import registry


@cache
def all_outcomes() -> dict[str, Outcome]:
    """By the pairing's slug, in the pairings' order. Raises LookupError where one is missing."""
    found: dict[str, Outcome] = {}
    for info in iter_modules(outcomes.__path__):
        declared = getattr(import_module(f"{outcomes.__name__}.{info.name}"), "OUTCOME", None)
        if declared is not None:
            found[declared.pairing] = declared
    missing = sorted(set(registry.all_pairings()) - set(found))
    if missing:
        names = ", ".join(f"matching/engagements/outcomes/{slug}.py" for slug in missing)
        raise LookupError(f"Each pairing needs its outcome: write {names}.")
    return {slug: found[slug] for slug in registry.all_pairings()}


def outcome_of(pairing: str) -> Outcome:
    return all_outcomes()[pairing]
