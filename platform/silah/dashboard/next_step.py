"""The next step of the ladder as the dashboard says it: what was done, one thing, one link."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from matching.engagements.ladder.standing import role_on_ladder
from matching.engagements.ladder.steps import Step, next_step
from matching.pairings import registry
from matching.pairings.words import Words
from profiles.viewer import Viewer
from silah.dashboard.desk import Desk


@dataclass(frozen=True, slots=True)
class Proposal:
    """done: what came true; title and why: of the step; rest_url: where "not now" is sent."""

    done: Words
    title: Words
    why: Words
    action: Words
    url: str
    rest_url: str


def proposal_of(desk: Desk, viewer: Viewer) -> Proposal | None:
    """For members of the diaspora, who decide for the profile that they act as."""
    if not role_on_ladder(desk.profile) or not viewer.writes_for(desk.profile.pk):
        return None
    step = next_step(desk.standing)
    return _said(step) if step else None


def _said(step: Step) -> Proposal:
    action, url = _way(step)
    return Proposal(
        done=step.done.done,
        title=step.rung.title,
        why=step.rung.why,
        action=action,
        url=url,
        rest_url=reverse("rest-step", args=[step.rung.slug]),
    )


def _way(step: Step) -> tuple[Words, str]:
    """To the first page of an opening; to one's roles where one is missing."""
    if step.adds:
        return _("Add the role of an investor"), reverse("roles")
    start = registry.get(step.rung.pairing).words("opening").start
    return start, reverse("new-opening", args=[step.rung.pairing])
