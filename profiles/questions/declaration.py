"""What a question is, and a flow of them about one row: a profile, an opening, a candidacy."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.forms.utils import ErrorDict
from django.utils.functional import Promise

from profiles.questions.wording import WordedForm

Words = str | Promise
Said = list[tuple[Words, str]]
"""(label, answer) pairs as the check page shows them; empty where nothing was said."""


class QuestionForm(WordedForm):
    """The form of one question about `row`. Subclasses say what is known and save what is new."""

    def __init__(self, data: Any = None, *, row: Any, by_id: int | None) -> None:
        self.row = row
        self.by_id = by_id
        super().__init__(data, initial=self.known(row))

    @property
    def looks_for(self) -> str:
        """The field whose find button was pressed, "" where the answer is sent in."""
        return next((name for name in self.fields if f"{name}-find" in self.data), "")

    def judge_later(self) -> None:
        """Show what was typed without finding fault with it: it was not sent in yet."""
        self._errors = ErrorDict()

    def known(self, row: Any) -> dict[str, Any]:
        """What the row says already: field name to value."""
        raise NotImplementedError

    def save(self) -> None:
        """Write the valid answer through an action; done twice, it changes nothing more."""
        raise NotImplementedError


def always(row: Any) -> bool:
    return True


def nothing(row: Any) -> Words:
    return ""


@dataclass(frozen=True, slots=True)
class Question:
    """One page.

    slug: its place in the address; heading: the question itself
    why: one sentence on why it is asked and who will read the answer
    said: the answer in words, from the row
    unlocks: what an answer makes possible, for the task list
    is_needed: without an answer the row cannot be sent in
    applies: whether this row is asked at all
    name: what it is called in lists, where that is shorter than the question
    then: slug of the question that follows this one, whatever the order
    is_kept: whether what is typed becomes a draft; a code is not kept
    action: what its button says, where that is not to save
    caution: what a change would cost this row, "" where nothing
    """

    slug: str
    heading: Words
    form: type[QuestionForm]
    said: Callable[[Any], Said]
    why: Words = ""
    unlocks: Words = ""
    is_needed: bool = True
    applies: Callable[[Any], bool] = always
    template: str = "questions/question.html"
    name: Words = ""
    then: str = ""
    is_kept: bool = True
    action: Words = ""
    caution: Callable[[Any], Words] = nothing

    def is_answered(self, row: Any) -> bool:
        return bool(self.said(row))

    @property
    def title(self) -> Words:
        return self.name or self.heading


@dataclass(frozen=True, slots=True)
class Flow:
    """Questions in their order.

    optional_apart: only what is needed is asked in a row; the rest is answered one by one, from
    the task list
    """

    questions: tuple[Question, ...]
    optional_apart: bool = False

    def of(self, row: Any) -> list[Question]:
        """The questions that this row is asked."""
        return [question for question in self.questions if question.applies(row)]

    def find(self, row: Any, slug: str) -> Question | None:
        return next((question for question in self.of(row) if question.slug == slug), None)

    def in_a_row(self, row: Any, question: Question) -> list[Question]:
        """The questions among which this one is asked."""
        asked = self.of(row)
        if not self.optional_apart:
            return asked
        return [each for each in asked if each.is_needed] if question.is_needed else [question]

    def after(self, row: Any, question: Question) -> Question | None:
        if question.then and (following := self.find(row, question.then)):
            return following
        asked = self.in_a_row(row, question)
        place = asked.index(question) + 1 if question in asked else len(asked)
        return asked[place] if place < len(asked) else None

    def before(self, row: Any, question: Question) -> Question | None:
        asked = self.in_a_row(row, question)
        place = asked.index(question) - 1
        return asked[place] if place >= 0 else None

    def is_alone(self, question: Question) -> bool:
        """Whether one comes to it from the task list and goes back there."""
        return self.optional_apart and not question.is_needed

    def missing(self, row: Any) -> list[Question]:
        """What is needed and not answered yet."""
        return [each for each in self.of(row) if each.is_needed and not each.is_answered(row)]
