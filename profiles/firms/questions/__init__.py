"""What a firm is asked, by whoever acts for it."""

from dataclasses import replace

from django.utils.translation import gettext_lazy

from profiles.firms.questions.name import NAME
from profiles.firms.questions.naming import NAMED
from profiles.firms.questions.place import PLACE
from profiles.firms.questions.size import SIZE
from profiles.firms.questions.type import TYPE
from profiles.onboarding import questions as shared
from profiles.onboarding.questions.skills import OptionalSkillsForm
from profiles.questions.declaration import Flow

HEADLINE = replace(shared.HEADLINE, heading=gettext_lazy("What does the firm do, in one line?"))
SKILLS = replace(
    shared.SKILLS,
    heading=gettext_lazy("What can the team do?"),
    is_needed=False,
    form=OptionalSkillsForm,
)
SECTORS = replace(shared.SECTORS, heading=gettext_lazy("Which sectors does the firm know?"))
LANGUAGES = replace(
    shared.LANGUAGES,
    heading=gettext_lazy("In which languages does the firm work, and how well?"),
)
AVAILABILITY = replace(
    shared.AVAILABILITY, heading=gettext_lazy("When does the firm usually work?")
)

FLOW = Flow(
    (
        TYPE,
        NAME,
        PLACE,
        shared.ZONE,
        NAMED,
        HEADLINE,
        SIZE,
        SKILLS,
        SECTORS,
        LANGUAGES,
        AVAILABILITY,
    ),
    optional_apart=True,
)
