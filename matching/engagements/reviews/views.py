"""One review: asked on a page, given once, and read afterwards by whoever may."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from matching.engagements.acts import BACK
from matching.engagements.models import Review
from matching.engagements.parties import parties_of
from matching.engagements.reviews import saying
from matching.engagements.reviews.actions import give
from matching.engagements.reviews.forms import ReviewForm
from matching.engagements.reviews.lines import is_author, may_read
from matching.moves import RefusedError
from matching.views.wording import on_day
from profiles.middleware import ViewedRequest
from profiles.viewer import Viewer


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def review(request: ViewedRequest, public_id: str) -> HttpResponse:
    row = _found(public_id, request.viewer)
    if request.method == "POST":
        return _given(request, row)
    is_asked = row.is_open(timezone.now()) and request.viewer.writes_for(row.by_id)
    return _page(request, row, ReviewForm(review=row) if is_asked else None)


def _found(public_id: str, viewer: Viewer) -> Review:
    rows: Any = Review.objects.visible_to(viewer).with_parties(viewer).select_related("by")
    row: Review | None = rows.filter(public_id=public_id).first()
    if row is None:
        raise Http404
    return row


def _given(request: ViewedRequest, row: Review) -> HttpResponse:
    if not request.viewer.writes_for(row.by_id):
        raise Http404
    form = ReviewForm(request.POST, review=row)
    if not form.is_valid():
        return _page(request, row, form, status=422)
    try:
        give(review=row, by=row.by, said=form.said(), by_id=request.viewer.user_id)
    except RefusedError as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, _("Thank you. Your answer is kept."))
    return HttpResponseRedirect(reverse("review", args=[row.public_id]))


def _page(
    request: ViewedRequest, row: Review, form: ReviewForm | None, *, status: int = 200
) -> HttpResponse:
    who, where = parties_of(row.engagement, request.viewer).title(request.viewer)
    page = {
        "form": form,
        "question": saying.question_of(row),
        "who": who,
        "where": where,
        "opening": row.engagement.introduction.opening,
        "readers": saying.readers_of(row) if form or is_author(row, request.viewer) else "",
        "until": saying.last_day_of(row) if form else "",
        "answer": _answer(row, request.viewer),
        "closed": "" if form else _closed(row, request.viewer),
        **_back(row),
    }
    return render(request, "reviews/review.html", page, status=status)


def _answer(row: Review, viewer: Viewer) -> dict[str, str]:
    if not (row.is_given and may_read(row, viewer)):
        return {}
    said = [saying.rating_of(row), saying.again_of(row)]
    return {
        "said": _(", ").join(each for each in said if each),
        "text": row.text,
        "language": row.language,
    }


def _closed(row: Review, viewer: Viewer) -> str:
    """Why nothing is asked here, where no answer is read either."""
    if row.given_at is None:
        return _("The time to answer has passed.")
    if may_read(row, viewer):
        return ""
    day = on_day(timezone.localtime(row.given_at).date())
    if row.is_private:
        return _("Answered on %(day)s. Only its author and programme staff read it.") % {"day": day}
    return _("Answered on %(day)s, by somebody who is not here any more.") % {"day": day}


def _back(row: Review) -> dict[str, str]:
    if row.session is None:
        url = reverse("engagement", args=[row.engagement.public_id])
        return {"back": str(BACK), "back_url": url}
    url = reverse("session", args=[row.session.public_id])
    return {"back": _("Back to the session"), "back_url": url}
