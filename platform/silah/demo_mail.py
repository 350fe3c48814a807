"""What a demo would have sent: nobody has the mailboxes of its invented people."""

from collections.abc import Callable
from functools import wraps

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from ledger.models import Mail
from silah import env

NEWEST = 50


def in_a_demo(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    @wraps(view)
    def guarded(request: HttpRequest, **arguments: int) -> HttpResponse:
        if not env.DEMO:
            raise Http404
        return view(request, **arguments)

    return guarded


@require_safe
@never_cache
@in_a_demo
def inbox(request: HttpRequest) -> HttpResponse:
    newest = Mail.objects.order_by("-pk").only("to", "subject", "created_at")[:NEWEST]
    return render(request, "demo/inbox.html", {"mails": newest})


@require_safe
@never_cache
@in_a_demo
def letter(request: HttpRequest, mail_id: int) -> HttpResponse:
    return render(request, "demo/letter.html", {"mail": get_object_or_404(Mail, pk=mail_id)})
