"""The staff's queue: who waits to be verified, how long, and what is answered, after a preview."""

from collections.abc import Callable, Sequence
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.helpers import ActionForm
from django.db.models import Case, F, QuerySet, When
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from ledger.staff import ReadOnly, TwoSteps, plain
from profiles.actions import verify, withdraw_verification
from profiles.badges import check_choices
from profiles.models import Profile, Verification
from profiles.reviewing import REASONS, note_identity_read, send_back

LATE, OVERDUE = 3, 7
"""Days of waiting."""
Answer = Callable[[Profile], Any]


class ReviewForm(ActionForm):
    checked = forms.ChoiceField(
        label=gettext_lazy("What was checked"),
        choices=lambda: [("", "-"), *check_choices()],
        required=False,
    )
    reason = forms.ChoiceField(
        label=gettext_lazy("Reason to send it back"),
        choices=lambda: [("", "-"), *REASONS.items()],
        required=False,
    )


class ReviewDesk(TwoSteps):
    """Whoever sent a profile in and waits comes first, the longest wait first of all."""

    action_form = ReviewForm
    actions = ["verify_chosen", "send_back_chosen"]

    def get_ordering(self, request: HttpRequest) -> Any:
        waiting_since = Case(When(verified_at__isnull=True, then=F("submitted_at")))
        return [waiting_since.asc(nulls_last=True), "-id"]

    @admin.display(description=gettext_lazy("waiting"))
    def waiting(self, profile: Profile) -> SafeString | str:
        """How long, in words and in colour."""
        if profile.submitted_at is None or profile.is_verified:
            return "-"
        days = (timezone.now() - profile.submitted_at).days
        words = ngettext("%d day", "%d days", days) % days if days else _("since today")
        state = "overdue" if days >= OVERDUE else "late" if days >= LATE else "fresh"
        return format_html('<span class="{}">{}</span>', state, words)

    @admin.action(description=gettext_lazy("Verify"), permissions=["change"])
    def verify_chosen(self, request: HttpRequest, rows: "QuerySet[Profile]") -> HttpResponse | None:
        how = request.POST.get("checked", "")
        if how not in dict(check_choices()):
            said = _("Choose what was checked, beside the action, then go again.")
            self.message_user(request, said, messages.ERROR)
            return None
        text = _("Each of these will count as verified: %(what)s.")
        preview = text % {"what": dict(check_choices())[how]}
        by_id = request.user.pk
        return self._answered(
            request, list(rows), preview, lambda row: verify(profile=row, how=how, by_id=by_id)
        )

    @admin.action(description=gettext_lazy("Send back"), permissions=["change"])
    def send_back_chosen(
        self, request: HttpRequest, rows: "QuerySet[Profile]"
    ) -> HttpResponse | None:
        reason = request.POST.get("reason", "")
        if reason not in REASONS:
            said = _("Choose a reason, beside the action, then go again.")
            self.message_user(request, said, messages.ERROR)
            return None
        preview = _("Each of these goes back. The owner reads: %(why)s") % {"why": REASONS[reason]}
        waiting, by_id = list(rows.filter(verified_at__isnull=True)), request.user.pk
        return self._answered(
            request,
            waiting,
            preview,
            lambda row: send_back(profile=row, reason=reason, by_id=by_id),
        )

    def _answered(
        self, request: HttpRequest, rows: Sequence[Profile], preview: str, answer: Answer
    ) -> HttpResponse | None:
        """Show what would be done to whom; once that is confirmed, do it."""
        if "confirmed" not in request.POST:
            page = {
                **self.admin_site.each_context(request),
                "title": preview,
                "opts": self.opts,
                "rows": [(row, self.waiting(row)) for row in rows],
                "kept": [(name, request.POST.get(name, "")) for name in ("action", *KEPT)],
            }
            return TemplateResponse(request, "admin/profiles/profile/review.html", page)
        for profile in rows:
            answer(profile)
        done = ngettext("%d profile was answered.", "%d profiles were answered.", len(rows))
        self.message_user(request, done % len(rows), messages.SUCCESS)
        return None

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        """The one page with a name and a contact: who opened it is recorded."""
        answer = super().change_view(request, object_id, form_url, extra_context)
        profile = self.get_object(request, object_id) if answer.status_code == 200 else None
        if profile is not None:
            note_identity_read(profile=profile, by_id=request.user.pk)
        return answer


KEPT = ("checked", "reason")


@admin.register(Verification)
class VerificationAdmin(ReadOnly):
    """What was checked, by whom and when: history, from which a check can be withdrawn."""

    list_display = [plain("id"), plain("profile_id"), "what", "at", "withdrawn_at"]
    list_filter = ["what", ("withdrawn_at", admin.EmptyFieldListFilter)]
    search_fields = ["=profile__external_id"]
    search_help_text = gettext_lazy("The exact external id")
    ordering = ["-id"]
    actions = ["withdraw"]

    def has_withdraw_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perm("profiles.change_verification")

    @admin.action(description=gettext_lazy("Withdraw"), permissions=["withdraw"])
    def withdraw(self, request: HttpRequest, rows: "QuerySet[Verification]") -> None:
        for verification in rows.select_related("profile"):
            withdraw_verification(verification=verification, by_id=request.user.pk)
        done = ngettext("%d check is withdrawn.", "%d checks are withdrawn.", len(rows))
        self.message_user(request, done % len(rows), messages.SUCCESS)
