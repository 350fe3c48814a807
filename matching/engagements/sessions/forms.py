"""What is asked of whoever proposes, books, cancels, or says how it went; the actions judge."""

import uuid
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from matching.engagements.models import Session
from matching.engagements.models.sessions import LONGEST_LOG
from matching.engagements.outcomes.fields import whole
from matching.engagements.sessions.actions import Proposal
from matching.engagements.sessions.clocks import ClockField, on_both, own_city
from matching.engagements.sessions.times import FURTHEST
from matching.introductions.forms import radio, within

Because = Session.Because
TO_CANCEL = [(each.value, each.label) for each in Because if each != Because.OVER]
TIMES = ("at_1", "at_2", "at_3")
MOST_MINUTES = 240


class ProposalForm(forms.Form):
    """public_id comes with the page, so that what is sent twice is proposed once."""

    at_1, at_2, at_3 = ClockField(), ClockField(required=False), ClockField(required=False)
    minutes = radio(
        gettext_lazy("How long?"), Session.Minutes.choices, coerce=int, initial=Session.Minutes(45)
    )
    medium = radio(
        gettext_lazy("How do you meet?"),
        Session.Medium.choices,
        help_text=gettext_lazy(
            "A call without picture, or writing, works on a weak line. Send the link or the number "
            "in your messages."
        ),
        initial=Session.Medium.AUDIO,
    )
    public_id = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)

    def __init__(self, data: Any = None, *, like: Session | None = None) -> None:
        """like: a session whose length and medium it begins with"""
        super().__init__(data)
        city = {"zone": own_city()}
        labels = (
            _("First time, in %(zone)s"),
            _("Second time, in %(zone)s"),
            _("Third time, in %(zone)s"),
        )
        for name, label in zip(TIMES, labels, strict=True):
            self.fields[name].label = label % city
        self.fields["at_1"].error_messages["required"] = _("Propose at least one time.")
        if like is not None:
            self.fields["minutes"].initial, self.fields["medium"].initial = (
                like.minutes,
                like.medium,
            )

    def _clean_time(self, name: str) -> datetime | None:
        at: datetime | None = self.cleaned_data[name]
        now = timezone.now()
        if at is not None and at <= now:
            raise forms.ValidationError(_("That time has passed. Choose one that is to come."))
        if at is not None and at > now + FURTHEST:
            raise forms.ValidationError(_("Choose times within the next 60 days."))
        if at is not None and at in [self.cleaned_data.get(each) for each in TIMES if each < name]:
            raise forms.ValidationError(_("You gave that time already. Choose another."))
        return at

    def clean_at_1(self) -> datetime | None:
        return self._clean_time("at_1")

    def clean_at_2(self) -> datetime | None:
        return self._clean_time("at_2")

    def clean_at_3(self) -> datetime | None:
        return self._clean_time("at_3")

    def said(self) -> Proposal:
        given = (self.cleaned_data[name] for name in TIMES)
        return Proposal(
            public_id=self.cleaned_data["public_id"],
            times=tuple(at for at in given if at is not None),
            minutes=self.cleaned_data["minutes"],
            medium=self.cleaned_data["medium"],
        )


class BookForm(forms.Form):
    """The proposed times that are still to come, on both clocks."""

    at = radio(gettext_lazy("Which time suits you?"), coerce=datetime.fromisoformat)

    def __init__(self, data: Any = None, *, times: Sequence[datetime], zone: str) -> None:
        super().__init__(data)
        left = [at for at in times if at > timezone.now()]
        self.fields["at"].choices = [  # type: ignore[attr-defined]
            (at.isoformat(), on_both(at, zone)) for at in left
        ]


class CancelForm(forms.Form):
    because = radio(gettext_lazy("Why? They read your answer."), TO_CANCEL)


class HeldForm(forms.Form):
    minutes = whole(gettext_lazy("How many minutes did you meet?"), MOST_MINUTES)
    text = forms.CharField(
        label=gettext_lazy("What did you talk about, and what comes next?"),
        help_text=gettext_lazy("Up to 1,000 characters. Only the two of you read it."),
        required=False,
        widget=forms.Textarea(attrs={"rows": 5, "dir": "auto", "data-most": LONGEST_LOG}),
    )

    def __init__(self, data: Any = None, *, planned: int) -> None:
        super().__init__(data)
        self.fields["minutes"].initial = planned

    def clean_text(self) -> str:
        return within(str(self.cleaned_data["text"]), LONGEST_LOG)


class MissedForm(forms.Form):
    who = radio(
        gettext_lazy("Who did not come?"),
        [
            ("they", gettext_lazy("The other side")),
            ("own", gettext_lazy("I")),
            ("both", gettext_lazy("Neither of us")),
        ],
    )
