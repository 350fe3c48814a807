"""All programmes, by what somebody plans, with how each stands once something was said."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from grants.answers import Answers, answers_of
from grants.eligibility import Reading, asked_by, read_all_as
from grants.forms import AnswersForm
from grants.records import choose
from grants.rules import Value
from grants.saying import PLANS
from grants.views.answering import is_refused, next_questions, sent_questions
from grants.views.lines import programme_line
from profiles.middleware import ViewedRequest


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def grants(request: ViewedRequest) -> HttpResponse:
    plan = request.GET.get("plan", "")
    plan = plan if plan in PLANS else ""
    choose(request)
    answers = answers_of(request)
    readings = _of_plan(read_all_as(answers, as_of=timezone.localdate()), plan)
    if request.method == "POST":
        return _answered(request, readings, answers, plan)
    return _page(request, readings, answers, plan, _asked(readings, answers, plan))


def _of_plan(readings: Sequence[Reading], plan: str) -> list[Reading]:
    return [each for each in readings if not plan or plan in each.read.document["helps"]]


def _answered(
    request: ViewedRequest, readings: list[Reading], answers: Answers, plan: str
) -> HttpResponse:
    form = sent_questions(request, asked_by(readings), answers)
    if is_refused(request, form, before=None):
        return _page(request, readings, answers, plan, form, status=422)
    return HttpResponseRedirect(plan_url(plan))


def plan_url(plan: str) -> str:
    return reverse("grants") + (f"?plan={plan}" if plan else "")


def _asked(readings: list[Reading], answers: Mapping[str, Value], plan: str) -> AnswersForm | None:
    """What most of the programmes of a plan wait for; before one was chosen nothing is asked."""
    if not plan:
        return None
    waiting = Counter(fact for each in readings for fact in each.asks)
    return next_questions([fact for fact, _count in waiting.most_common()], answers)


def _page(
    request: ViewedRequest,
    readings: list[Reading],
    answers: Answers,
    plan: str,
    form: AnswersForm | None,
    *,
    status: int = 200,
) -> HttpResponse:
    page = {
        "heading": _heading(plan, len(readings)),
        "plan": plan,
        "plans": _plans(plan),
        "groups": list(_groups(readings, answers, plan)),
        "form": form,
        "has_answers": bool(answers),
        "here": plan_url(plan),
        "record": answers.record,
    }
    return render(request, "grants/all.html", page, status=status)


def _heading(plan: str, count: int) -> str:
    if not plan:
        return _("Grants: what do you plan?")
    said = {"plan": PLANS[plan][0], "count": count}
    if not count:
        return _("%(plan)s: no programme yet") % said
    return ngettext("%(plan)s: one programme", "%(plan)s: %(count)d programmes", count) % said


def _plans(chosen: str) -> list[tuple[str, str, str]]:
    """Doors to each plan; once one is chosen, to none."""
    if chosen:
        return []
    return [(str(name), str(hint), plan_url(plan)) for plan, (name, hint) in PLANS.items()]


def _groups(
    readings: list[Reading], answers: Mapping[str, Value], plan: str
) -> Iterator[dict[str, Any]]:
    """By plan, those without a programme left out."""
    lines = {each.read.slug: programme_line(each, answers) for each in readings}
    for code, (name, _hint) in PLANS.items():
        found = [lines[each.read.slug] for each in _of_plan(readings, code)]
        if found and plan in ("", code):
            yield {"code": code, "name": name, "programmes": found}
