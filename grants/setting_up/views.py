"""Set up a firm or a branch: who sets up, then the steps, each ticked by a button of its own."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from grants.setting_up.checklist import Who, checklist
from grants.setting_up.ticks import done_by, mark
from grants.setting_up.words import as_of, hint_of, progress
from profiles.middleware import ViewedRequest


@require_safe
def set_up(request: HttpRequest) -> HttpResponse:
    doors = [(who.label, hint_of(who), reverse("set-up-steps", args=[who])) for who in Who]
    return render(request, "setting_up/set_up.html", {"doors": doors, "as_of": as_of()})


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def set_up_steps(request: ViewedRequest, who: str) -> HttpResponse:
    if who not in Who.values:
        raise Http404
    if request.method == "POST":
        return _marked(request, Who(who))
    steps, done = checklist().steps_for(Who(who)), done_by(request)
    told = [(step, step.slug in done) for step in steps]
    page = {
        "heading": Who(who).label,
        "steps": told,
        "progress": progress(sum(is_done for _step, is_done in told), len(told)),
        "as_of": as_of(),
    }
    return render(request, "setting_up/steps.html", page)


def _marked(request: ViewedRequest, who: Who) -> HttpResponse:
    """`done` or `open` names the step: a form sent twice, or from two tabs, says the same."""
    is_done = "done" in request.POST
    slug = request.POST.get("done" if is_done else "open", "")
    url = reverse("set-up-steps", args=[who])
    if not any(step.slug == slug for step in checklist().steps_for(who)):
        messages.warning(request, _("This step is not in the list any more. Nothing was changed."))
        return HttpResponseRedirect(url)
    mark(request, slug, is_done=is_done)
    return HttpResponseRedirect(f"{url}#{slug}")
