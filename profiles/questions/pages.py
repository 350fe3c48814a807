"""The page of one question and the page on which all answers are checked."""

from dataclasses import dataclass
from typing import Any, Protocol

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _

from profiles import drafts
from profiles.middleware import ViewedRequest
from profiles.questions.declaration import Flow, Question, QuestionForm

LATER, DRAFT, CHECKING = "later", "draft", "checking"
"""Names of the button "save and return later", of a script's silent save, and of `?checking=1`."""


class Addresses(Protocol):
    """Where the pages of one flow about one row are."""

    def question(self, slug: str) -> str: ...

    def check(self) -> str: ...

    def tasks(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Asking:
    """One flow about one row, asked of whoever is signed in.

    name: what drafts of it are kept under, with the row's public id
    """

    name: str
    flow: Flow
    row: Any
    addresses: Addresses

    def draft(self, question: Question) -> str:
        return f"{self.name}:{question.slug}:{self.row.public_id}"


def question_page(request: ViewedRequest, asking: Asking, slug: str) -> HttpResponse:
    """Ask one question; what is typed survives whatever happens."""
    question = asking.flow.find(asking.row, slug)
    if question is None:
        raise Http404
    if request.method == "POST":
        return _answered(request, asking, question)
    return _asked(request, asking, question, _form_with_draft(request, asking, question))


def _answered(request: ViewedRequest, asking: Asking, question: Question) -> HttpResponse:
    user_id, name = _reader(request), asking.draft(question)
    if DRAFT in request.POST or LATER in request.POST:
        drafts.keep(user_id, name, request.POST)
        silent = DRAFT in request.POST
        return HttpResponse(status=204) if silent else _to(asking.addresses.tasks())
    form = question.form(request.POST, row=asking.row, by_id=user_id)
    if not form.is_valid():
        drafts.keep(user_id, name, request.POST)
        return _asked(request, asking, question, form, status=422)
    form.save()
    drafts.drop(user_id, name)
    return _to(_next(request, asking, question))


def _next(request: ViewedRequest, asking: Asking, question: Question) -> str:
    following = asking.flow.after(asking.row, question)
    if following is None or CHECKING in request.GET:
        return asking.addresses.check()
    return asking.addresses.question(following.slug)


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
    asked = asking.flow.of(asking.row)
    before = asking.flow.before(asking.row, question)
    page = {
        "question": question,
        "form": form,
        "row": asking.row,
        "place": asked.index(question) + 1,
        "places": len(asked),
        "back_url": asking.addresses.question(before.slug) if before else asking.addresses.tasks(),
        "tasks_url": asking.addresses.tasks(),
        "is_draft": form.is_bound and status == 200,
    }
    return render(request, question.template, page, status=status)


def check_rows(asking: Asking) -> list[dict[str, Any]]:
    """Every question with its answers and where to change them, for the check page."""
    return [
        {
            "heading": question.heading,
            "answers": question.said(asking.row),
            "is_needed": question.is_needed,
            "missing": _("Not answered yet") if question.is_needed else _("Not said"),
            "url": f"{asking.addresses.question(question.slug)}?{CHECKING}=1",
        }
        for question in asking.flow.of(asking.row)
    ]


def _reader(request: ViewedRequest) -> int:
    assert request.viewer.user_id is not None
    return request.viewer.user_id


def _to(url: str) -> HttpResponse:
    return HttpResponseRedirect(url)
