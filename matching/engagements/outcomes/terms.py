"""Terms of an outcome, as the form in which one of the two states them."""

import uuid
from datetime import date, timedelta
from typing import Any, ClassVar

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from matching.engagements.models import Agreement
from matching.engagements.moves import too_early
from matching.models import Opening

EARLIEST, LATEST = timedelta(days=5 * 366), timedelta(days=366)


class OutcomeTerms(forms.Form):
    """The base of all: its fields bear the names of columns of `Agreement`, `from_on` among them.

    Given terms that hold, it asks for a change of them: only `changeable` fields and from when.
    public_id comes with the page, so that what is sent twice is stated once.
    changeable: the fields that may differ later
    from_opening: fields to the columns of the opening whose values they begin with
    """

    changeable: ClassVar[tuple[str, ...]] = ()
    from_opening: ClassVar[dict[str, str]] = {}
    from_label_of_change: ClassVar[Any] = _("From which day?")

    public_id = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)

    def __init__(
        self,
        data: Any = None,
        *,
        opening: Opening,
        is_owner: bool,
        holds: Agreement | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(data, **kwargs)
        self.is_owner, self.holds = is_owner, holds
        if holds is None:
            self._begin_with(opening)
        else:
            self._ask_for_change_of(holds)

    def _begin_with(self, opening: Opening) -> None:
        for name, column in self.from_opening.items():
            self.fields[name].initial = getattr(opening, column) or None

    def _ask_for_change_of(self, holds: Agreement) -> None:
        for name in set(self.fields) - {*self.changeable, "from_on", "public_id"}:
            del self.fields[name]
        for name in self.changeable:
            self.fields[name].initial = getattr(holds, name)
        self.fields["from_on"].label = self.from_label_of_change

    def clean_from_on(self) -> date:
        day: date = self.cleaned_data["from_on"]
        today = timezone.localdate()
        if day < today - EARLIEST:
            raise forms.ValidationError(_("That is more than five years ago. Check the year."))
        if day > today + LATEST:
            raise forms.ValidationError(
                _("That is more than a year away. State it nearer the day.")
            )
        early = too_early(self.holds.engagement.began_on, day) if self.holds else ""
        if early:
            raise forms.ValidationError(early)
        return day

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        low, high = cleaned.get("usd_from"), cleaned.get("usd")
        if low is not None and high is not None and low > high:
            self.add_error("usd", _("Give at least as much as the lower amount."))
        first, last = cleaned.get("from_on"), cleaned.get("until_on")
        if first and last and last < first:
            self.add_error("until_on", _("It ends before it begins: give a later day."))
        if self.holds and not self.errors and not self._is_new(cleaned):
            raise forms.ValidationError(_("That is what holds already. Change what is new."))
        return cleaned

    def _is_new(self, cleaned: dict[str, Any]) -> bool:
        return any(getattr(self.holds, name) != cleaned.get(name) for name in self.changeable)
