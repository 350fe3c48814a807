"""The skills of one's own profiles, on a page of their own: the one that is visited most often."""

from dataclasses import dataclass, replace
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from profiles.disclosure import Card, disclose
from profiles.middleware import ViewedRequest
from profiles.models import Profile, User
from profiles.onboarding.queries import with_answers
from profiles.onboarding.questions.skills import SKILLS, OptionalSkillsForm
from profiles.queries import editable_by
from profiles.questions.declaration import Flow
from profiles.questions.pages import Asking, question_page

PAGE = replace(
    SKILLS,
    heading=SKILLS.name,
    form=OptionalSkillsForm,
    is_needed=False,
    template="profiles/my_skills.html",
)


@dataclass(frozen=True, slots=True)
class SkillsAddresses:
    """Question, check and list are one page here: saved, it shows what is so now."""

    profile: Profile

    def question(self, slug: str) -> str:
        return f"{reverse('my-skills')}?profile={self.profile.public_id}"

    def check(self) -> str:
        return self.question(PAGE.slug)

    def tasks(self) -> str:
        return reverse("my-profile")


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def my_skills(request: ViewedRequest) -> HttpResponse:
    profiles = list(with_answers(editable_by(_account(request))))
    if not profiles:
        may_read = request.viewer.acting_profile_id is not None
        return render(request, "profiles/no_profile.html", {"may_read": may_read})
    profile = _chosen(request, profiles)
    choices = [_choice(one, disclose(one, request.viewer), profile) for one in profiles]
    addresses = SkillsAddresses(profile)
    asking = Asking("skills", Flow((PAGE,)), profile, addresses, {"choices": choices})
    before = {(each.skill_id, each.level) for each in profile.held_skills.all()}
    answer = question_page(request, asking, PAGE.slug)
    if answer.headers.get("Location") == addresses.check():
        _tell(request, is_changed=_held_now(profile) != before)
    return answer


def _account(request: ViewedRequest) -> User:
    assert isinstance(request.user, User)
    return request.user


def _chosen(request: ViewedRequest, profiles: list[Profile]) -> Profile:
    """The profile that the address names, else the one acted as; not one's own is a 404."""
    named = request.GET.get("profile", "")
    if named:
        found = next((one for one in profiles if str(one.public_id) == named), None)
    else:
        acting = (one for one in profiles if one.pk == request.viewer.acting_profile_id)
        found = next(acting, profiles[0])
    if found is None:
        raise Http404
    return found


def _held_now(profile: Profile) -> set[tuple[int, int]]:
    return set(profile.held_skills.order_by().values_list("skill_id", "level"))


def _tell(request: ViewedRequest, *, is_changed: bool) -> None:
    if is_changed:
        messages.success(request, _("Saved. Your matches are being refreshed."))
    else:
        messages.info(request, _("Nothing was changed."))


def _choice(profile: Profile, card: Card, chosen: Profile) -> dict[str, Any]:
    return {
        "label": card.title,
        "kind": card.kind_label,
        "url": SkillsAddresses(profile).check(),
        "chosen": profile == chosen,
    }
