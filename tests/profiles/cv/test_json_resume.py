"""JSON Resume out and in: the export keeps to the schema, and comes back as it went.

jsonresume.schema.json is the public schema of jsonresume.org (MIT licence).
"""

import json
from pathlib import Path

import pytest
from django.test import Client
from jsonschema import Draft7Validator

from profiles.graduates.cv.finding.vocabulary import vocabulary
from profiles.graduates.cv.mapping import from_resume
from profiles.graduates.cv.resume import read
from tests import make
from tests.profiles.cv import papers

pytestmark = pytest.mark.django_db
ADDRESS = "/profile/resume.json"
SCHEMA = json.loads((Path(__file__).parent / "jsonresume.schema.json").read_text())


@pytest.fixture
def graduate():
    return make.a_graduate(
        legal_name="Salma Natsheh",
        skills={"cpp": 3, "react": 1},
        languages={"ar": "C2", "en": "B2"},
        university="birzeit",
        degree="Computer science",
        graduation_year=2021,
    )


def exported(graduate, address=ADDRESS):
    client = Client()
    client.force_login(make.acts_for(graduate))
    return client.get(address)


def suggested(content):
    return from_resume(read(content), vocabulary(), this_year=2026)


def test_export_keeps_to_the_schema(graduate):
    said = json.loads(exported(graduate).content)
    assert list(Draft7Validator(SCHEMA).iter_errors(said)) == []
    assert said["basics"]["name"] == "Salma Natsheh"
    assert {"name": "C++", "level": "Strong"} in said["skills"]


def test_export_of_an_empty_profile_keeps_to_the_schema():
    said = json.loads(exported(make.a_graduate(skills={}, languages={}, headline="")).content)
    assert list(Draft7Validator(SCHEMA).iter_errors(said)) == []


def test_export_is_saved_and_kept_by_nobody_between(graduate):
    answer = exported(graduate)
    assert answer.headers["Content-Disposition"] == 'attachment; filename="resume.json"'
    assert answer.headers["Cache-Control"] == "private, no-store"


@pytest.mark.parametrize("address", [ADDRESS, f"/ar{ADDRESS}"], ids=["english", "arabic"])
def test_what_went_out_comes_back(graduate, address):
    found = suggested(exported(graduate, address).content)
    assert {one.code: one.level for one in found.skills} == {"cpp": "3", "react": "1"}
    assert {one.code: one.level for one in found.languages} == {"ar": "C2", "en": "B2"}
    assert [one.code for one in found.universities] == ["birzeit"]
    assert (found.degree.code, found.graduation_year.code) == ("computer-science", "2021")
    assert found.unknown == []


def test_foreign_resume_is_mapped_in_both_languages():
    found = suggested(papers.resume())
    skills = {one.code: one.level for one in found.skills}
    assert skills == {"react": "4", "redux": "4", "python": "3"}
    assert {one.code: one.level for one in found.languages} == {"en": "C1", "ar": "C2"}
    assert (found.degree.level, found.degree.code) == ("bachelor", "computer-science")
    assert (found.graduation_year.code, found.experience_years.code) == ("2020", "3")
    assert (found.unknown, found.left) == (["Flibberkit"], ["basics", "awards"])


@pytest.mark.parametrize(
    "rows",
    [
        {"skills": "Python"},
        {"skills": [1, None, {"name": 5, "keywords": {"a": 1}}]},
        {"languages": [{"language": ["English"]}], "work": [{"startDate": 2020}]},
        {"education": [{"institution": None, "endDate": "soon"}]},
    ],
)
def test_rows_of_the_wrong_shape_are_passed_over(rows):
    suggested(papers.resume(**rows))
