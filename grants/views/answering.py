"""An answer given on whichever page: refused in a sentence, or remembered, and the reading kept."""

from collections.abc import Container, Iterable, Mapping

from django.contrib import messages
from django.utils import timezone
from django.utils.translation import gettext as _

from grants.answers import answers_of, remember
from grants.eligibility import Reading, read_as
from grants.forms import AnswersForm
from grants.rules import Value
from grants.views.keeping import keep_once
from profiles.middleware import ViewedRequest

ASKED, NEXT = "asked", "next"
MOST_AT_ONCE = 3


def next_questions(asks: Iterable[str], known: Mapping[str, Value]) -> AnswersForm | None:
    """The most decisive ones, `None` where no answer changes anything."""
    names = list(asks)[:MOST_AT_ONCE]
    return AnswersForm(names=names, known=known, place=NEXT) if names else None


def sent_questions(
    request: ViewedRequest, askable: Container[str], known: Mapping[str, Value]
) -> AnswersForm:
    """The questions that the page named when it was sent, those of them that are asked here."""
    names = [name for name in dict.fromkeys(request.POST.getlist(ASKED)) if name in askable]
    return AnswersForm(request.POST, names=names, known=known, place=NEXT)


def is_refused(request: ViewedRequest, form: AnswersForm, before: Reading | None) -> bool:
    """Whether its page has to say what is wrong; else what was said is noted, where it is asked."""
    if not form.fields:
        messages.error(request, _("These questions are not asked here. Nothing was changed."))
        return False
    if not form.is_valid():
        return True
    note(request, form.said(), before)
    return False


def note(request: ViewedRequest, said: Mapping[str, Value], before: Reading | None) -> None:
    """Remember what was said; before: of the programme that it was said to, which may change."""
    remember(request, said)
    keep_changed(request, before)


def keep_changed(request: ViewedRequest, before: Reading | None) -> None:
    """Keep how that programme reads now, where that is another way than before."""
    if before is None:
        return
    answers = answers_of(request)
    after = read_as(before.rule_set, answers, as_of=timezone.localdate())
    if (after.evaluation, after.amount) != (before.evaluation, before.amount):
        keep_once(request, after, answers)
