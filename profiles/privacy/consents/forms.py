"""What an owner says to let somebody read more: how far, what for, and until when."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from profiles.actions import consents
from profiles.actions.consents import UnfitConsentError
from profiles.models import Consent, Profile
from profiles.privacy.consents.counterparties import read_anyway
from profiles.steps import ADDS, Step
from profiles.typed import TypedDay

MISSING = {"required": gettext_lazy("Choose one of these.")}


class ConsentForm(forms.Form):
    """Offers the steps that `to` does not read anyway, and the one that stands."""

    step = forms.TypedChoiceField(
        label=gettext_lazy("How far they may read"),
        coerce=lambda value: Step(int(value)),
        widget=forms.RadioSelect,
        help_text=gettext_lazy("Each holds those before it."),
        error_messages=MISSING,
    )
    purpose = forms.ChoiceField(
        label=gettext_lazy("What for"),
        choices=Consent.Purpose.choices,
        widget=forms.RadioSelect,
        error_messages=MISSING,
    )
    until = TypedDay(
        label=gettext_lazy("Last day"),
        help_text=gettext_lazy("It ends by itself after this day, within a year at the latest."),
        error_messages={"required": gettext_lazy("Say until when.")},
    )

    def __init__(
        self, data: Any = None, *, owner: Profile, to: Profile, standing: Consent | None
    ) -> None:
        self.owner, self.to = owner, to
        usual = timezone.localdate() + consents.USUAL
        known: dict[str, Any] = {"until": usual}
        if standing:
            known = {"step": standing.step, "purpose": standing.purpose, "until": standing.until}
        super().__init__(data, initial=known)
        self.fields["step"].choices = _offered(owner, to, standing)  # type: ignore[attr-defined]

    def give(self, *, by_id: int | None) -> Consent | None:
        """The consent as it stands now; `None`, with the error on its field, where it is unfit."""
        try:
            return consents.give(owner=self.owner, to=self.to, by_id=by_id, **self.cleaned_data)
        except UnfitConsentError as unfit:
            self.add_error("until", str(unfit))
            return None


def _offered(owner: Profile, to: Profile, standing: Consent | None) -> list[tuple[int, str]]:
    anyway = min(read_anyway(owner, to), Step.NAME)
    kept = standing.step if standing else Step.ALIAS
    return [(step, _named(step)) for step in ADDS if step > anyway or step == kept]


def _named(step: Step) -> str:
    return _("%(step)s: %(adds)s") % {"step": step.label, "adds": ADDS[step]}
