"""The steps of the ladder, the lowest first: mentor, host an intern, contract a team, co-invest."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from matching.pairings.words import Words

ROLES = frozenset({"mentor", "investor", "diaspora", "international"})
"""Who the ladder is for: the kinds of persons, and of firms the types."""
COMPANIES = frozenset({"diaspora", "international"})


@dataclass(frozen=True, slots=True)
class Rung:
    """One step, and the words for it.

    pairing: in which one takes it, as the owner of an opening
    counts: pairings in which what came true puts one on this rung
    roles: whoever holds one of them may take it; added: a role that may be added to take it
    done: what one has done who stands here; title and why: of the step, "" of the lowest
    """

    slug: str
    pairing: str
    counts: frozenset[str]
    roles: frozenset[str]
    done: Words
    title: Words = ""
    why: Words = ""
    added: str = ""


LADDER: tuple[Rung, ...] = (
    Rung(
        slug="mentor",
        pairing="mentorship",
        counts=frozenset({"mentorship"}),
        roles=frozenset({"mentor"}),
        done=_("You have mentored somebody."),
    ),
    Rung(
        slug="host",
        pairing="internships",
        counts=frozenset({"internships", "hiring"}),
        roles=COMPANIES,
        done=_("You have taken somebody on, as an intern or for a job."),
        title=_("Host an intern"),
        why=_("Some weeks with your company, remote or on site: often it is the first job."),
    ),
    Rung(
        slug="contract",
        pairing="contracting",
        counts=frozenset({"contracting"}),
        roles=COMPANIES,
        done=_("You have worked with a team under contract."),
        title=_("Contract a team"),
        why=_("A local firm brings the people and their office. It may begin small, and grow."),
    ),
    Rung(
        slug="invest",
        pairing="investing",
        counts=frozenset({"investing"}),
        roles=frozenset({"investor"}),
        done=_("You have invested in a startup."),
        title=_("Invest beside others"),
        why=_("You say what suits you and how much. Startups that fit are shown; you owe nothing."),
        added="investor",
    ),
)
PROPOSED = LADDER[1:]
"""Nothing is below the lowest, so that nobody is led to it."""


def height_of(pairing: str) -> int:
    """The place in the ladder, 0 the lowest, of what came true in that pairing."""
    return next(place for place, rung in enumerate(LADDER) if pairing in rung.counts)
