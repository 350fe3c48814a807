"""Everything that was answered, where it is changed, taken back, or forgotten at once."""

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from grants import saying
from grants.answers import Answers, answers_of, forget_answers, said_in, take_back, told
from grants.eligibility import Reading, current_of, read_all_as, read_as
from grants.facts import FACTS
from grants.forms import AnswersForm
from grants.sources import in_language
from grants.views.answering import keep_changed, note
from grants.views.keeping import forget_all, own_checks
from grants.views.lines import change_url
from profiles.middleware import ViewedRequest

MOST_COPIES = 20


@require_safe
@never_cache
def grant_answers(request: ViewedRequest) -> HttpResponse:
    answers = answers_of(request)
    rows = [
        (fact.question, told(answers, name), change_url(name))
        for name, fact in FACTS.items()
        if name in answers
    ]
    page = {"rows": rows, "copies": _copies(request)}
    return render(request, "grants/answers.html", page)


def _copies(request: ViewedRequest) -> list[tuple[str, str, str]]:
    """(address, programme, by which rules and when) of what was kept, the newest first."""
    titles = {
        each.read.slug: in_language(each.read.document["title"])
        for each in read_all_as({}, as_of=timezone.localdate())
    }
    return [
        (
            reverse("grant-check", args=[check.public_id]),
            titles[check.rule_set.programme.slug],
            _("rule set %(version)d, %(day)s")
            % {"version": check.rule_set.version, "day": saying.day(check.as_of)},
        )
        for check in own_checks(request).with_version().order_by("-pk")[:MOST_COPIES]
    ]


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def grant_answer(request: ViewedRequest, name: str) -> HttpResponse:
    """One question; it may be changed from the page of a programme, which is read anew then."""
    if name not in FACTS:
        raise Http404
    answers = answers_of(request)
    before = _came_from(request, answers)
    if "remove" in request.POST:
        take_back(request, name)
        keep_changed(request, before)
        return HttpResponseRedirect(_back(before))
    sent = request.POST if request.method == "POST" else None
    form = AnswersForm(sent, names=[name], known=answers, place="id")
    if form.is_valid():
        note(request, form.said(), before)
        return HttpResponseRedirect(_back(before))
    page = {
        "form": form,
        "question": FACTS[name].question,
        "is_answered": name in said_in(request),
        "back_url": _back(before),
    }
    return render(request, "grants/answer.html", page, status=422 if form.errors else 200)


@require_POST
def forget_everything(request: ViewedRequest) -> HttpResponse:
    forget_all(request)
    forget_answers(request)
    messages.success(request, _("Forgotten: your answers, and what was kept of them."))
    return HttpResponseRedirect(reverse("grants"))


def _came_from(request: ViewedRequest, answers: Answers) -> Reading | None:
    """The programme that the address names, read as it stands now; `None` where there is none."""
    rule_set = current_of(request.GET.get("of", ""))
    if rule_set is None:
        return None
    return read_as(rule_set, answers, as_of=timezone.localdate())


def _back(before: Reading | None) -> str:
    return reverse("grant", args=[before.read.slug]) if before else reverse("grant-answers")
