"""One requirement, one number, one programme, as the pages show them."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _

from grants import saying
from grants.answers import told
from grants.documents import Programme as Read
from grants.eligibility import Reading
from grants.evaluation import Truth, Verdict
from grants.forms import AnswersForm
from grants.rules import Criterion, Value
from grants.sources import Confidence, Source, in_language
from grants.standing import Standing, State

VERDICTS = {
    Verdict.MEETS: "met",
    Verdict.DOES_NOT_MEET: "not",
    Verdict.NEEDS_ANSWERS: "unknown",
    Verdict.RULE_NOT_PUBLISHED: "unknown",
}


@dataclass(frozen=True, slots=True)
class Number:
    """A parameter of a programme; value is "" where it is not published.

    source: `None` where the document names none for a number that it could not read
    """

    title: str
    value: str = ""
    quote: str = ""
    is_inferred: bool = False
    source: Source | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """A criterion, or a group of them with its parts.

    finding: what the answer comes to; said: the answer, with where it is changed; form: to answer
    """

    mark: str
    word: str
    title: str
    asks: str = ""
    quote: str = ""
    finding: str = ""
    said: str = ""
    change_url: str = ""
    number: Number | None = None
    source: Source | None = None
    form: AnswersForm | None = None
    parts: tuple["Line", ...] = ()


@dataclass(frozen=True, slots=True)
class Programme:
    """A programme in a list; standing is "" before anything was said that it asks for."""

    title: str
    family: str
    about: str
    url: str
    window: str
    standing: str
    mark: str
    word: str


def source_of(read: Read, name: str) -> Source:
    said = read.source(name)
    read_on = date.fromisoformat(said["read_on"])
    return Source(in_language(said["title"]), said["url"], read_on, Confidence.PUBLISHED)


def number_of(reading: Reading, name: str) -> Number:
    title = in_language(reading.read.document["parameters"][name]["title"])
    said = reading.read.number(name, reading.as_of) or {}
    return Number(
        title=title,
        value=saying.number_in(said["value"]) if "value" in said else "",
        quote=said.get("quote", ""),
        is_inferred=said.get("provenance") == "inferred",
        source=source_of(reading.read, said["source"]) if "source" in said else None,
    )


def lines_of(reading: Reading, answers: Mapping[str, Value], *, asks: bool = True) -> list[Line]:
    """Every requirement; asks: with a form where an answer is waited for."""
    reader = _Reader(reading, answers, asks=asks)
    return [reader.line(each) for each in reading.standings]


class _Reader:
    def __init__(self, reading: Reading, answers: Mapping[str, Value], *, asks: bool) -> None:
        self.reading, self.answers, self.asks = reading, answers, asks
        self.asked: set[str] = set()

    def line(self, standing: Standing) -> Line:
        mark, word = saying.MARKS[standing.state]
        if standing.criterion is not None:
            return self._criterion(standing, standing.criterion, mark, str(word))
        title = (
            _("Any one of these is enough") if standing.is_either else _("All of these together")
        )
        return Line(mark, str(word), title, parts=tuple(map(self.line, standing.parts)))

    def _criterion(self, standing: Standing, leaf: Criterion, mark: str, word: str) -> Line:
        said = self.reading.read.criterion(leaf.id)
        answer = self.answers.get(leaf.fact)
        source = source_of(self.reading.read, said["source"])
        return Line(
            mark,
            word,
            title=in_language(said["title"]),
            asks=in_language(said["asks"]),
            quote=said.get("quote", ""),
            finding=self._finding(leaf, standing.state),
            said="" if answer is None else told(self.answers, leaf.fact),
            change_url="" if answer is None else self._change_url(leaf.fact),
            number=self._number(leaf, source) if leaf.parameter else None,
            source=source,
            form=self._form(leaf) if standing.state is State.ASKED else None,
        )

    def _number(self, leaf: Criterion, source: Source) -> Number:
        """Its source is told once where the criterion was read in the same place."""
        number = number_of(self.reading, leaf.parameter)
        return replace(number, source=None) if number.source == source else number

    def _finding(self, leaf: Criterion, state: State) -> str:
        """What the document says of the answer, or why there is nothing to answer."""
        truth = self.reading.evaluation.results[leaf.id].truth
        if truth is not Truth.UNKNOWN:
            return in_language(self.reading.read.criterion(leaf.id)[str(truth)])
        return {
            State.UNPUBLISHED: _("The number is not published. Ask the programme."),
            State.UNNEEDED: _("Another way is met, so this one is not needed."),
            State.UNASKED: _("No answer here changes the result any more."),
        }.get(state, "")

    def _form(self, leaf: Criterion) -> AnswersForm | None:
        """One for each question: a second criterion that needs the same answer has none."""
        if not self.asks or leaf.fact in self.asked:
            return None
        self.asked.add(leaf.fact)
        return AnswersForm(names=[leaf.fact], known=self.answers, place=f"rule-{leaf.id}")

    def _change_url(self, name: str) -> str:
        return change_url(name, self.reading.read.slug) if self.asks else ""


def change_url(name: str, slug: str = "") -> str:
    """Where an answer is changed; slug: of the programme to come back to."""
    back = f"?{urlencode({'of': slug})}" if slug else ""
    return f"{reverse('grant-answer', args=[name])}{back}"


def programme_line(reading: Reading, answers: Mapping[str, Value]) -> Programme:
    document = reading.read.document
    is_touched = not reading.facts.isdisjoint(answers)
    _kind, window = saying.window_of(reading.programme)
    return Programme(
        title=in_language(document["title"]),
        family=saying.family(document["family"]),
        about=in_language(document["about"]),
        url=reverse("grant", args=[reading.read.slug]),
        window=window,
        standing=saying.standing_of(reading.tally) if is_touched else "",
        mark=VERDICTS[reading.verdict],
        word=saying.verdict(reading.verdict),
    )
