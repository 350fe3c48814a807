"""The firm's name and contact."""

from dataclasses import replace
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from profiles.onboarding import questions as shared
from profiles.onboarding.questions.name import NameForm


class FirmNameForm(NameForm):
    def __init__(self, *args: Any, **named: Any) -> None:
        super().__init__(*args, **named)
        name = self.fields["legal_name"]
        name.label, name.help_text = _("Name of the firm"), _("As it is registered.")
        name.widget.attrs["autocomplete"] = "organization"


NAME = replace(
    shared.NAME,
    heading=gettext_lazy("What is the firm called, and how is it reached?"),
    why=gettext_lazy(
        "Programme staff read it to check the firm. Who else reads the name, you decide two"
        " questions on; e-mail and phone are read only after an introduction."
    ),
    unlocks=gettext_lazy("Staff can check the firm. Who else reads the name, you decide."),
    form=FirmNameForm,
)
