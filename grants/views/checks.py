"""A kept check as it was made, to be printed; readable by whoever made it, and nobody else."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from grants import saying
from grants.actions import replay
from grants.actions.checking import from_json
from grants.eligibility import current_of
from grants.facts import FACTS
from grants.models import Check
from grants.views.keeping import own_checks
from grants.views.one import told
from profiles.middleware import ViewedRequest


@require_safe
@never_cache
def grant_check(request: ViewedRequest, public_id: str) -> HttpResponse:
    check: Check = get_object_or_404(own_checks(request).with_version(), public_id=public_id)
    facts = from_json(check.facts)
    page = {
        **told(replay(check), facts, asks=False),
        "answers": [
            (fact.question, saying.said_of(name, facts[name]))
            for name, fact in FACTS.items()
            if name in facts
        ],
        "changed": _changed(check),
        "address": request.build_absolute_uri(),
    }
    return render(request, "grants/check.html", page)


def _changed(check: Check) -> str:
    """Whether there are newer rules than those it was made by, "" where there are none."""
    newest = current_of(check.rule_set.programme.slug)
    if newest is None or newest.version == check.rule_set.version:
        return ""
    said = {"version": newest.version, "day": saying.day(timezone.localdate(newest.published_at))}
    return _("The rules have changed since: rule set %(version)d holds from %(day)s on.") % said
