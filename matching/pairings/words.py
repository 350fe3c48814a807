"""What the two sides of a pairing are called where people make them."""

from dataclasses import dataclass

from django.utils.functional import Promise

Words = str | Promise


@dataclass(frozen=True, slots=True)
class SkillsAsked:
    """The question for the skills that a side asks for; needed: without one it is not sent in."""

    heading: Words
    why: Words
    needed: bool = True


@dataclass(frozen=True, slots=True)
class SideWords:
    """One side of a pairing, as it is spoken of to those who may make it.

    start: what one does, as a link ("Post a job"); about: what comes of it, one sentence
    empty: why there is nothing yet, one sentence
    shown: who will read what of it and what nobody reads, a sentence each
    title, example: of an opening, the question for its title and a title as a hint
    skills: of the side that requires, how its skills are asked for
    places: of an opening, the label of its number of places; "" where that is not asked
    """

    start: Words
    about: Words
    empty: Words
    shown: tuple[Words, ...] = ()
    title: Words = ""
    example: Words = ""
    skills: SkillsAsked | None = None
    places: Words = ""
