"""`manage.py explain PAIRING OPENING CANDIDATE`: why two fit or do not, for both sides."""

from argparse import ArgumentParser
from collections.abc import Iterator
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from matching.naming import candidacy_called, opening_called
from matching.pairings import registry
from matching.pairs import CriterionRow, PairView, explain_pair

WRONG = 2


class Command(BaseCommand):
    help = "Explain one pair to staff: every criterion for both sides, vetoes, the best change."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("pairing", help="such as hiring")
        parser.add_argument("opening", help="the opening's external or public id")
        parser.add_argument("candidate", help="the profile's external or public id")

    def handle(self, **options: Any) -> None:
        try:
            pairing = registry.get(options["pairing"])
            opening = opening_called(pairing, options["opening"])
            candidacy = candidacy_called(pairing, options["candidate"])
        except LookupError as error:
            raise CommandError(str(error.args[0]), returncode=WRONG) from None
        views = [
            explain_pair(pairing, opening.pk, candidacy.pk, own_side=side, discloses_all=True)
            for side in ("opening", "candidacy")
        ]
        for line in explained(*(view for view in views if view is not None)):
            self.stdout.write(line)


def explained(opening: PairView, candidacy: PairView) -> Iterator[str]:
    """The lines that say all of it: the opening's side is the left one."""
    pairing = opening.pairing
    yield f"{pairing.opening_label} and {str(pairing.candidate_label).lower()}: {_score(opening)}"
    if opening.vetoes:
        yield f"Ruled out by: {', '.join(opening.vetoes)}"
    yield ""
    yield _line("criterion", "state", "opening points", "candidate points", "says")
    yield from (_line(*_cells(row)) for row in opening.rows)
    yield _line("in all", "", f"{opening.own_total:,}", f"{opening.their_total:,}", "of 1,000,000")
    yield ""
    yield f"Skills held: {', '.join(opening.held_skills) or 'none'}"
    yield f"Skills in part: {', '.join(opening.skills_in_part) or 'none'}"
    yield f"Skills missing: {', '.join(opening.missing_skills) or 'none'}"
    yield f"Best change for the opening: {_lift(opening)}"
    yield f"Best change for the candidate: {_lift(candidacy)}"


def _score(view: PairView) -> str:
    return "ruled out" if view.score is None else f"score {view.score:,} of 1,000,000"


def _cells(row: CriterionRow) -> tuple[str, str, str, str, str]:
    said = " / ".join(says or "-" for says in (row.own_says, row.their_says))
    return (
        row.label,
        row.state,
        f"{row.own_points} of {row.own_weight}",
        f"{row.their_points} of {row.their_weight}",
        "" if said == "- / -" else said,
    )


def _line(criterion: str, state: str, opening: str, candidate: str, says: str) -> str:
    return f"{criterion:<18} {state:<9} {opening:>15} {candidate:>17}  {says}".rstrip()


def _lift(view: PairView) -> str:
    if not view.lifts:
        return "none alone would help"
    best = view.lifts[0]
    before = "ruled out" if best.before is None else f"{best.before:,}"
    return f"{best.text} ({before} becomes {best.after:,})"
