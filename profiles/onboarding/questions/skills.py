"""Skills, picked; what nobody knows yet is proposed to staff."""

from typing import Any

from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from profiles.actions import set_proposals, set_skills
from profiles.models import Profile, SkillProposal, SkillProposer
from profiles.picking import Picked, SkillsField, levels
from profiles.questions.declaration import Question, QuestionForm, Said

State = SkillProposal.State


class SkillsForm(QuestionForm):
    skills = SkillsField(
        label=gettext_lazy("Skills"),
        second=levels(),
        at_least=1,
        help_text=gettext_lazy(
            "In English or Arabic, as you would say it; several with commas between them."
        ),
    )

    def known(self, row: Profile) -> dict[str, Any]:
        held = {each.skill: each.level for each in row.held_skills.all()}
        wished = {each.proposal.text: each.level or 1 for each in _wishes(row, State.OPEN)}
        return {"skills": Picked(held, wished)}

    def save(self) -> None:
        picked: Picked = self.cleaned_data["skills"]
        set_skills(profile=self.row, levels=picked.levels, by_id=self.by_id)
        set_proposals(
            profile=self.row,
            levels=picked.proposed,
            language=get_language() or self.row.language,
            by_id=self.by_id,
        )

    @property
    def refused(self) -> list[SkillProposal]:
        """What the profile proposed and staff did not add, each with the reason."""
        return [each.proposal for each in _wishes(self.row, State.REFUSED)]


class OptionalSkillsForm(SkillsForm):
    skills = SkillsField(label=gettext_lazy("Skills"), second=levels())


def _wishes(profile: Profile, state: State) -> list[SkillProposer]:
    return [each for each in profile.wished_skills.all() if each.proposal.state == state]


def said_skills(profile: Profile) -> Said:
    rows = sorted(profile.held_skills.all(), key=lambda row: (-row.level, row.skill.label))
    held = [(row.skill.label, str(row.get_level_display())) for row in rows]
    wished = [each.proposal.text for each in _wishes(profile, State.OPEN)]
    return [*held, *((text, _("proposed")) for text in wished)]


SKILLS = Question(
    slug="skills",
    name=gettext_lazy("Skills"),
    heading=gettext_lazy("What can you do?"),
    why=gettext_lazy(
        "Skills decide more of a match than anything else. Name what you can show, and how well:"
        " the level counts where one is asked for."
    ),
    unlocks=gettext_lazy("Matches: skills decide more than anything else."),
    form=SkillsForm,
    said=said_skills,
    template="questions/skills.html",
)
