"""Which questions a kind of profile is asked; each kind registers its own."""

from django.urls import reverse
from django.utils.translation import gettext as _

from profiles.models import Profile
from profiles.onboarding.tasks import Task, adds_tasks
from profiles.questions.declaration import Flow, Question
from profiles.questions.pages import Asking

_flows: dict[str, Flow] = {}


def asks(kind: str, flow: Flow) -> None:
    """Registered from a kind's AppConfig.ready; its questions are the first of its tasks."""
    _flows[kind] = flow
    adds_tasks(kind, question_tasks)


def flow_of(profile: Profile) -> Flow:
    return _flows[profile.kind]


class ProfileAddresses:
    """Where the questions about one's own profile are."""

    def question(self, slug: str) -> str:
        return reverse("profile-question", args=[slug])

    def check(self) -> str:
        return reverse("profile-check")

    def tasks(self) -> str:
        return reverse("my-profile")


def asking_of(profile: Profile) -> Asking:
    return Asking("profile", flow_of(profile), profile, ProfileAddresses())


def question_tasks(profile: Profile) -> list[Task]:
    """What is needed first, then what is optional."""
    questions = sorted(flow_of(profile).of(profile), key=lambda each: not each.is_needed)
    return [_task(profile, question) for question in questions]


def _task(profile: Profile, question: Question) -> Task:
    is_answered = question.is_answered(profile)
    words = (_("Done"), _("Needed")) if question.is_needed else (_("Done"), _("Optional"))
    return Task(
        label=question.title,
        hint=question.unlocks,
        url=ProfileAddresses().question(question.slug),
        state="met" if is_answered else "not",
        word=words[0] if is_answered else words[1],
        is_needed=question.is_needed,
    )
