"""The one form of all reviews: a rating in words, and what else one wants to say."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from matching.engagements.models import Review
from matching.engagements.models.reviews import LONGEST_REVIEW
from matching.engagements.reviews.actions import Word
from matching.engagements.reviews.saying import question_of, ratings_of
from matching.introductions.forms import radio, within

Kind = Review.Kind


class ReviewForm(forms.Form):
    rating = radio("", coerce=int)
    again = radio(
        gettext_lazy("Would you do it again?"),
        [("yes", gettext_lazy("Yes")), ("no", gettext_lazy("No"))],
        coerce=lambda value: value == "yes",
    )
    text = forms.CharField(
        label=gettext_lazy("In your words"),
        help_text=gettext_lazy("Up to 1,000 characters."),
        required=False,
        widget=forms.Textarea(attrs={"rows": 5, "dir": "auto", "data-most": LONGEST_REVIEW}),
        error_messages={"required": gettext_lazy("Say it in a sentence or two.")},
    )

    def __init__(self, data: Any = None, *, review: Review) -> None:
        super().__init__(data)
        self.fields["rating"].label = question_of(review)
        self.fields["rating"].choices = ratings_of(review.kind)  # type: ignore[attr-defined]
        if review.kind != Kind.END:
            del self.fields["again"]
        if review.kind == Kind.EVALUATION:
            self.fields["text"].required = True
            self.fields["text"].label = _("What goes well, and what would help?")

    def clean_text(self) -> str:
        return within(str(self.cleaned_data["text"]), LONGEST_REVIEW)

    def said(self) -> Word:
        return Word(**self.cleaned_data)
