"""The address at a university, then the code that was sent there."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from profiles.cleaning import CleanText
from profiles.graduates.university import RefusedError, confirm, is_confirmed, send_code, waiting
from profiles.models import Profile
from profiles.questions.declaration import Question, QuestionForm, Said


class AddressForm(QuestionForm):
    unanswered = gettext_lazy("Write your address at the university; a code is sent there.")
    address = forms.EmailField(
        label=gettext_lazy("University e-mail"),
        max_length=254,
        help_text=gettext_lazy("Such as name@students.birzeit.edu. A code is sent there."),
    )

    def known(self, row: Profile) -> dict[str, Any]:
        return {}

    def clean_address(self) -> str:
        """Sent while it is judged: whether it can be sent is what makes it valid."""
        address: str = self.cleaned_data["address"]
        try:
            send_code(profile=self.row, address=address, by_id=self.by_id)
        except RefusedError as refused:
            raise forms.ValidationError(str(refused), code="refused") from None
        return address

    def save(self) -> None:
        """The code is under way already."""


class CodeForm(QuestionForm):
    unanswered = gettext_lazy("Write the six digits that we sent.")
    code = CleanText(label=gettext_lazy("Six digits"), max_length=20)

    def __init__(self, *args: Any, **named: Any) -> None:
        super().__init__(*args, **named)
        hints = {"inputmode": "numeric", "autocomplete": "one-time-code", "dir": "ltr"}
        self.fields["code"].widget.attrs |= hints

    def known(self, row: Profile) -> dict[str, Any]:
        return {}

    def clean_code(self) -> str:
        """Every try counts, so trying is a write of its own."""
        code: str = self.cleaned_data["code"]
        try:
            confirm(profile=self.row, code=code, by_id=self.by_id)
        except RefusedError as refused:
            raise forms.ValidationError(str(refused), code="refused") from None
        return code

    def save(self) -> None:
        """Confirmed already."""


def said_address(profile: Profile) -> Said:
    return [("", _("Confirmed by a code"))] if is_confirmed(profile) else []


def said_nothing(profile: Profile) -> Said:
    return []


def is_waiting(profile: Profile) -> bool:
    return waiting(profile) is not None


ADDRESS = Question(
    slug="university-email",
    name=gettext_lazy("University e-mail"),
    heading=gettext_lazy("Do you still read mail at your university?"),
    why=gettext_lazy(
        "Then your university counts as checked at once, without waiting for staff. The address"
        " is used for this only, and shown to nobody."
    ),
    unlocks=gettext_lazy("Verified at once, without waiting for staff."),
    is_needed=False,
    form=AddressForm,
    said=said_address,
    then="university-code",
    is_kept=False,
    action=gettext_lazy("Send me a code"),
)
CODE = Question(
    slug="university-code",
    name=gettext_lazy("Code from your university"),
    heading=gettext_lazy("Which code did we send?"),
    why=gettext_lazy("Look in the mail of your university, in the spam folder too. Ten minutes."),
    unlocks=gettext_lazy("The code is on its way to your university address."),
    is_needed=False,
    form=CodeForm,
    said=said_nothing,
    applies=is_waiting,
    template="questions/university_code.html",
    is_kept=False,
    action=gettext_lazy("Confirm"),
)
