"""Name and contact: the identity, which nobody reads before it is given."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from profiles.actions import set_identity
from profiles.cleaning import CleanText
from profiles.models import Profile
from profiles.onboarding.cautions import where_checked
from profiles.questions.declaration import Question, QuestionForm, Said


class NameForm(QuestionForm):
    legal_name = CleanText(
        label=gettext_lazy("Your name"),
        max_length=200,
        help_text=gettext_lazy("As in your papers, so that staff can check it."),
    )
    email = forms.EmailField(label=gettext_lazy("E-mail"), max_length=254)
    phone = CleanText(label=gettext_lazy("Phone, if you like"), max_length=40, required=False)

    def __init__(self, *args: Any, **named: Any) -> None:
        super().__init__(*args, **named)
        self.fields["legal_name"].widget.attrs["autocomplete"] = "name"
        self.fields["email"].widget.attrs["autocomplete"] = "email"
        self.fields["phone"].widget = forms.TextInput(
            {"type": "tel", "autocomplete": "tel", "dir": "ltr"}
        )

    def known(self, row: Profile) -> dict[str, Any]:
        identity = getattr(row, "identity", None)
        return {name: getattr(identity, name, "") for name in ("legal_name", "email", "phone")}

    def save(self) -> None:
        set_identity(profile=self.row, by_id=self.by_id, **self.cleaned_data)


def said_name(profile: Profile) -> Said:
    identity = getattr(profile, "identity", None)
    if identity is None or not identity.legal_name:
        return []
    contact = [(_("E-mail"), identity.email), (_("Phone"), identity.phone)]
    return [("", identity.legal_name), *((label, text) for label, text in contact if text)]


NAME = Question(
    slug="name",
    name=gettext_lazy("Name and contact"),
    heading=gettext_lazy("What is your name, and how are you reached?"),
    why=gettext_lazy(
        "Nobody reads this before you agree to an introduction. Programme staff read it once, to"
        " check who you are. Until then you are a kind and four characters, such as Mentor 3F9A."
    ),
    unlocks=gettext_lazy("Staff can check who you are. Nobody else reads it before you agree."),
    form=NameForm,
    said=said_name,
    caution=where_checked("legal_name"),
)
