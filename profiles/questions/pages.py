"""The page of one question and the page on which all answers are checked."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _

from profiles import drafts
from profiles.middleware import ViewedRequest
from profiles.questions.declaration import Flow, Question, QuestionForm

LATER, DRAFT, CHECKING = "later", "draft", "checking"
"""Names of the button "save and return later", of a script's silent save, and of `?checking=1`."""
LOOKED = "looked"
"""`?looked=1` after a find button: the draft is a moment old, so nobody is told of it."""


class Addresses(Protocol):
    """Where the pages of one flow about one row are."""

    def question(self, slug: str) -> str: ...

    def check(self) -> str: ...

    def tasks(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Asking:
    """One flow about one row, asked of whoever is signed in.

    name: what drafts of it are kept under, with the row's public id
    beside: what a template of the question's own shows besides it
    """

    name: str
    flow: Flow
    row: Any
    addresses: Addresses
    beside: Mapping[str, Any] = field(default_factory=dict)

    def draft(self, question: Question) -> str:
        return f"{self.name}:{question.slug}:{self.row.public_id}"


def question_page(request: ViewedRequest, asking: Asking, slug: str) -> HttpResponse:
    """Ask one question; what is typed survives whatever happens."""
    question = asking.flow.find(asking.row, slug)
    if question is None:
        return _not_asked(asking, slug)
    if request.method == "POST":
        return _answered(request, asking, question)
    return _asked(request, asking, question, _form_with_draft(request, asking, question))


def _not_asked(asking: Asking, slug: str) -> HttpResponse:
    """A page that was open since before the question fell away leads back to the list."""
    if slug not in {question.slug for question in asking.flow.questions}:
        raise Http404
    return _to(asking.addresses.tasks())


def _answered(request: ViewedRequest, asking: Asking, question: Question) -> HttpResponse:
    user_id, name = _reader(request), asking.draft(question)
    if DRAFT in request.POST or LATER in request.POST:
        _keep(request, asking, question)
        silent = DRAFT in request.POST
        return HttpResponse(status=204) if silent else _to(asking.addresses.tasks())
    form = question.form(request.POST, row=asking.row, by_id=user_id)
    if form.looks_for:
        _keep(request, asking, question)
        return _to(_looked(request, form.looks_for))
    if not form.is_valid():
        _keep(request, asking, question)
        return _asked(request, asking, question, form, status=422)
    try:
        form.save()
    except ObjectDoesNotExist:  # hidden or gone since the page was asked for
        raise Http404 from None
    drafts.drop(user_id, name)
    return _to(_next(request, asking, question))


def _keep(request: ViewedRequest, asking: Asking, question: Question) -> None:
    if question.is_kept:
        drafts.keep(_reader(request), asking.draft(question), request.POST)


def _looked(request: ViewedRequest, field: str) -> str:
    """This page again, at the field in which something was looked for."""
    query = request.GET.copy()
    query[LOOKED] = "1"
    return f"{request.path}?{query.urlencode()}#id_{field}"


def _next(request: ViewedRequest, asking: Asking, question: Question) -> str:
    following = asking.flow.after(asking.row, question)
    is_next = following is not None and (following.slug == question.then or not _checks(request))
    if following is not None and is_next:
        address = asking.addresses.question(following.slug)
        return f"{address}?{CHECKING}=1" if _checks(request) else address
    is_alone = asking.flow.is_alone(question) and not _checks(request)
    return asking.addresses.tasks() if is_alone else asking.addresses.check()


def _back(request: ViewedRequest, asking: Asking, question: Question) -> str:
    if _checks(request):
        return asking.addresses.check()
    before = asking.flow.before(asking.row, question)
    return asking.addresses.question(before.slug) if before else asking.addresses.tasks()


def _checks(request: ViewedRequest) -> bool:
    """Whether the person came from the check page and wants to go back there."""
    return CHECKING in request.GET


def _form_with_draft(request: ViewedRequest, asking: Asking, question: Question) -> QuestionForm:
    """The form as the person left it; a draft is shown as it was typed, and not judged yet."""
    user_id = _reader(request)
    typed = drafts.kept(user_id, asking.draft(question))
    form = question.form(typed, row=asking.row, by_id=user_id)
    if typed is not None:
        form.judge_later()
    return form


def _asked(
    request: ViewedRequest,
    asking: Asking,
    question: Question,
    form: QuestionForm,
    *,
    status: int = 200,
) -> HttpResponse:
    asked = asking.flow.in_a_row(asking.row, question)
    page = {
        "question": question,
        "form": form,
        "row": asking.row,
        "caution": question.caution(asking.row),
        "place": asked.index(question) + 1,
        "places": len(asked),
        "is_alone": asking.flow.is_alone(question),
        "back_url": _back(request, asking, question),
        "tasks_url": asking.addresses.tasks(),
        "is_draft": form.is_bound and status == 200 and LOOKED not in request.GET,
    }
    return render(request, question.template, {**page, **asking.beside}, status=status)


def check_rows(asking: Asking) -> list[dict[str, Any]]:
    """Every question with its answers and where to change them, for the check page."""
    return [
        {
            "heading": question.title,
            "answers": [(each, _mark(str(each)), text) for each, text in question.said(asking.row)],
            "is_needed": question.is_needed,
            "missing": _("Not answered yet") if question.is_needed else _("Not said"),
            "url": f"{asking.addresses.question(question.slug)}?{CHECKING}=1",
        }
        for question in asking.flow.of(asking.row)
    ]


def _mark(label: str) -> str:
    """What stands between a label and its answer: nothing where the label asks."""
    return "" if label.endswith(("?", "؟")) else ":"


def _reader(request: ViewedRequest) -> int:
    assert request.viewer.user_id is not None
    return request.viewer.user_id


def _to(url: str) -> HttpResponse:
    return HttpResponseRedirect(url)
