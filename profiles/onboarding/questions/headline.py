"""The line that stands above everything else, and a few more, in one language."""

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import get_language, gettext_lazy

from profiles.actions import describe
from profiles.cleaning import CleanText
from profiles.models import Profile
from profiles.questions.declaration import Question, QuestionForm, Said


class HeadlineForm(QuestionForm):
    headline = CleanText(
        label=gettext_lazy("One line"),
        max_length=120,
        help_text=gettext_lazy(
            "Such as “Backend developer, Python and PostgreSQL”. No names, no contact."
        ),
    )
    about = CleanText(
        label=gettext_lazy("A few more lines, if you like"),
        max_length=2000,
        required=False,
        lines=True,
        widget=forms.Textarea({"rows": 6}),
        help_text=gettext_lazy("What you did, what you are looking for."),
    )
    language = forms.ChoiceField(
        label=gettext_lazy("This text is in"), choices=settings.LANGUAGES, widget=forms.RadioSelect
    )

    def known(self, row: Profile) -> dict[str, Any]:
        language = row.language if row.headline else (get_language() or row.language)
        return {"headline": row.headline, "about": row.about, "language": language}

    def save(self) -> None:
        describe(profile=self.row, by_id=self.by_id, **self.cleaned_data)


def said_headline(profile: Profile) -> Said:
    return [("", text) for text in (profile.headline, profile.about) if text and profile.headline]


HEADLINE = Question(
    slug="headline",
    name=gettext_lazy("Headline"),
    heading=gettext_lazy("What do you do, in one line?"),
    why=gettext_lazy("It is the first thing that those who may find you read."),
    unlocks=gettext_lazy("The first thing that others read of you."),
    form=HeadlineForm,
    said=said_headline,
)
