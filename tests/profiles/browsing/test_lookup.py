"""What a worker holds of small tables is never older than the last write."""

import pytest
from django.test import Client

from profiles.browsing.lookup import Lookup, skills, universities
from profiles.models import Governorate, Skill, University
from tests import make

pytestmark = pytest.mark.django_db


def facts_in_the_list() -> list[str]:
    (line,) = Client().get("/people/").context["lines"]
    return list(line.facts)


def test_a_list_shows_a_place_under_its_new_name() -> None:
    make.a_mentor(governorate="PS-NBS", country="PS")
    assert facts_in_the_list()[0] == "Nablus, Palestine"
    Governorate.objects.filter(code="PS-NBS").update(label_en="Nablus and around")
    assert facts_in_the_list()[0] == "Nablus and around, Palestine"


def test_a_university_that_is_new_is_read_when_it_is_asked_for() -> None:
    assert universities.row(University.objects.values_list("pk", flat=True)[0])
    new = University.objects.create(slug="new", name_en="New University", name_ar="جامعة جديدة")
    assert universities.row(new.pk) == new


def test_a_row_that_there_never_was_is_an_error() -> None:
    assert skills.row(Skill.objects.values_list("pk", flat=True)[0])
    with pytest.raises(KeyError):
        skills.row(0)


def test_tables_without_a_row_are_read_and_not_for_ever() -> None:
    Governorate.objects.all().delete()
    University.objects.all().delete()
    for lookup in Lookup.every:
        lookup.forget()
    assert len(list(skills.rows())) == Skill.objects.count()
