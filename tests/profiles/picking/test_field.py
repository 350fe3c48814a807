"""What was ticked is what is picked; what was typed is never lost and never guessed."""

import pytest
from django import forms
from django.http import QueryDict
from django.utils import translation

from profiles.models import Skill
from profiles.picking import Picked, Second, SkillsField, levels

pytestmark = pytest.mark.django_db


class Picking(forms.Form):
    skills = SkillsField(label="Skills", second=levels(), at_least=1, at_most=3)


NEEDED = Second(((2, "Needed"), (1, "Good to have")), 2, "How much %(skill)s matters")


class Needs(forms.Form):
    needs = SkillsField(label="Needs", second=NEEDED, proposes=False)


def sent(text: str) -> Picking:
    return Picking(QueryDict(text))


def picked(form: forms.Form) -> dict[str, int]:
    assert form.is_valid(), form.errors
    return {skill.slug: level for skill, level in form.cleaned_data["skills"].levels.items()}


def error(form: forms.Form) -> str:
    assert not form.is_valid()
    return " ".join(form.errors["skills"])


def test_ticked_skills_are_picked_with_what_stands_beside_them():
    sent_in = "skills-pick=python&skills-of-python=4&skills-of-django=2"
    assert picked(sent(sent_in)) == {"python": 4}


def test_exact_name_in_the_box_counts_though_nobody_pressed_find():
    assert picked(sent("skills-q=رياكت، git")) == {"react": 2, "git": 2}


def test_unknown_name_in_the_box_is_explained_and_found_below():
    form = sent("skills-q=Kubernets")
    assert error(form) == "We do not know “Kubernets”. Did you mean Kubernetes?"
    assert 'value="kubernetes"' in str(form["skills"])
    assert 'value="Kubernets"' in str(form["skills"])


def test_box_whose_results_were_seen_does_not_hold_anybody_up():
    assert picked(sent("skills-q=kuber&skills-seen=kuber&skills-pick=git&skills-of-git=1")) == {
        "git": 1
    }


def test_exact_name_is_ticked_once_found_and_the_rest_stays_in_the_box():
    drawn = str(sent("skills-q=React, kuber")["skills"])
    assert 'value="react" checked' in drawn
    assert 'name="skills-q" type="search" value="kuber"' in drawn
    assert 'value="kubernetes"' in drawn


def test_unknown_skill_is_offered_to_staff_and_stays_once_ticked():
    assert 'name="skills-new" value="Qqqxz"' in str(sent("skills-q=Qqqxz")["skills"])
    form = sent("skills-q=Qqqxz&skills-seen=Qqqxz&skills-new=Qqqxz&skills-of-qqqxz=3")
    assert 'name="skills-new" value="Qqqxz" checked' in str(form["skills"])
    assert form.is_valid()
    assert form.cleaned_data["skills"] == Picked({}, {"Qqqxz": 3})


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "Pick at least one skill: search for it, then tick it."),
        ("skills-pick=nope&skills-of-nope=1", "“nope” is no longer among the skills"),
        ("skills-pick=git&skills-of-git=9", "Choose from the list what is said beside Git."),
        ("skills-pick=git", "Choose from the list what is said beside Git."),
    ],
)
def test_what_does_not_hold_is_told_in_a_sentence(text, sentence):
    assert sentence in error(sent(text))


def test_more_than_fit_are_not_cut_off_in_silence():
    names = ["git", "react", "python", "docker"]
    text = "&".join(f"skills-pick={name}&skills-of-{name}=2" for name in names)
    assert error(sent(text)) == "At most 3 skills fit: untick those that matter least."


def test_known_skills_are_drawn_ticked_at_their_level():
    python = Skill.objects.get(slug="python")
    drawn = str(Picking(initial={"skills": Picked({python: 4})})["skills"])
    assert 'value="python" checked' in drawn
    assert '<option value="4" selected>' in drawn


def test_opening_asks_by_importance_and_proposes_nothing():
    form = Needs(QueryDict("needs-q=Qqqxz"))
    assert "needs-new" not in str(form["needs"])
    assert "How much Git matters" in str(Needs(QueryDict("needs-q=git"))["needs"])


def test_it_is_drawn_in_arabic_too():
    with translation.override("ar"):
        assert "بايثون" in str(sent("skills-pick=python&skills-of-python=2")["skills"])


def test_judging_and_drawing_cost_four_queries_however_many_are_picked(
    django_assert_max_num_queries,
):
    names = list(Skill.objects.values_list("slug", flat=True)[:30])
    form = sent("&".join(["skills-q=kuber, React", *(f"skills-pick={name}" for name in names)]))
    with django_assert_max_num_queries(4):
        str(form["skills"])
