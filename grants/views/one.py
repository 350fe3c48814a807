"""One programme, read with what was said: each rule with its source, and what it could cover."""

from collections.abc import Mapping

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from grants import saying
from grants.answers import Answers, answers_of
from grants.eligibility import Reading, read_all_as
from grants.forms import AnswersForm
from grants.records import choose
from grants.rules import Value
from grants.sources import in_language
from grants.views.amount import amount_of
from grants.views.answering import is_refused, next_questions, sent_questions
from grants.views.keeping import keep_once
from grants.views.lines import Programme, lines_of, programme_line
from profiles.middleware import ViewedRequest

MOST_OTHERS = 4


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def grant(request: ViewedRequest, slug: str) -> HttpResponse:
    choose(request)
    answers = answers_of(request)
    readings = _all(answers)
    reading = _found(readings, slug)
    if request.method != "POST":
        return _page(request, readings, reading, answers, next_questions(reading.asks, answers))
    form = sent_questions(request, reading.facts, answers)
    if is_refused(request, form, before=reading):
        return _page(request, readings, reading, answers, form, status=422)
    return HttpResponseRedirect(reverse("grant", args=[slug]))


@require_POST
def keep_copy(request: ViewedRequest, slug: str) -> HttpResponse:
    """The page to print of how it reads now; the same one however often it is asked for."""
    answers = answers_of(request)
    check = keep_once(request, _found(_all(answers), slug), answers)
    return HttpResponseRedirect(reverse("grant-check", args=[check.public_id]))


def _all(answers: Mapping[str, Value]) -> list[Reading]:
    return read_all_as(answers, as_of=timezone.localdate())


def _found(readings: list[Reading], slug: str) -> Reading:
    found = next((each for each in readings if each.read.slug == slug), None)
    if found is None:
        raise Http404
    return found


def _page(
    request: ViewedRequest,
    readings: list[Reading],
    reading: Reading,
    answers: Answers,
    form: AnswersForm | None,
    *,
    status: int = 200,
) -> HttpResponse:
    page = {
        **told(reading, answers),
        "form": form,
        "has_answers": not reading.facts.isdisjoint(answers),
        "others": _others(readings, reading, answers),
        "here": reverse("grant", args=[reading.read.slug]),
        "record": answers.record,
    }
    return render(request, "grants/one.html", page, status=status)


def told(reading: Reading, answers: Mapping[str, Value], *, asks: bool = True) -> dict[str, object]:
    """What a page says of a reading; asks: with forms, which a kept copy has none of."""
    document = reading.read.document
    kind, window = saying.window_of(reading.programme)
    return {
        "title": in_language(document["title"]),
        "about": in_language(document["about"]),
        "heading": saying.heading_of(reading.tally),
        "window": window,
        "window_kind": kind,
        "window_url": reading.programme.status_source,
        "lines": lines_of(reading, answers, asks=asks),
        "amount": amount_of(reading, answers, asks=asks),
        "version": reading.rule_set.version,
        "as_of": saying.day(reading.as_of),
        "slug": reading.read.slug,
    }


def _others(
    readings: list[Reading], reading: Reading, answers: Mapping[str, Value]
) -> list[Programme]:
    """Programmes that help with the same plan."""
    helps = set(reading.read.document["helps"])
    near = [each for each in readings if each is not reading]
    near = [each for each in near if not helps.isdisjoint(each.read.document["helps"])]
    return [programme_line(each, answers) for each in near[:MOST_OTHERS]]
