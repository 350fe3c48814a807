"""University, degree, year."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from profiles.actions import set_details
from profiles.cleaning import CleanText
from profiles.models import Profile, University
from profiles.questions.declaration import Question, QuestionForm, Said

YEARS_AHEAD = 6


class StudyForm(QuestionForm):
    university = forms.ModelChoiceField(
        University.objects.all(),
        label=gettext_lazy("University"),
        to_field_name="slug",
        empty_label=gettext_lazy("Choose"),
    )
    degree = CleanText(
        label=gettext_lazy("Degree"),
        max_length=120,
        help_text=gettext_lazy("Such as “BSc Computer Engineering”."),
    )
    graduation_year = forms.IntegerField(
        label=gettext_lazy("Year of graduation"),
        min_value=1970,
        localize=False,
        help_text=gettext_lazy("The year you expect, where you still study."),
    )

    def clean_graduation_year(self) -> int:
        year: int = self.cleaned_data["graduation_year"]
        latest = timezone.now().year + YEARS_AHEAD
        if year > latest:
            sentence = _("Write a year up to %(latest)s.") % {"latest": str(latest)}
            raise forms.ValidationError(sentence, code="future")
        return year

    def known(self, row: Profile) -> dict[str, Any]:
        graduate = row.graduate
        return {
            "university": graduate.university.slug if graduate.university else "",
            "degree": graduate.degree,
            "graduation_year": str(graduate.graduation_year or ""),
        }

    def save(self) -> None:
        set_details(details=self.row.graduate, by_id=self.by_id, **self.cleaned_data)


def said_study(profile: Profile) -> Said:
    graduate = profile.graduate
    facts = (graduate.university, graduate.degree, graduate.graduation_year)
    return [("", str(fact)) for fact in facts] if all(facts) else []


STUDY = Question(
    slug="study",
    name=gettext_lazy("University and degree"),
    heading=gettext_lazy("Where and what did you study?"),
    why=gettext_lazy("Firms and mentors who may find you read it; staff check it."),
    unlocks=gettext_lazy("Verification, and openings for new graduates."),
    form=StudyForm,
    said=said_study,
)
