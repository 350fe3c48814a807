"""Loading people and firms: complete, idempotent, and a row is all or nothing."""

import pytest
from django.db import connection
from django.utils import timezone

from ledger.models import Event
from profiles.loading.source import UnusableFileError
from profiles.models import Identity, Profile
from tests import make
from tests.loads import loaded

pytestmark = pytest.mark.django_db

GRADUATE = (
    "external_id,headline,country,governorate,time_zone,availability,experience_years,skills,"
    "languages,sectors,legal_name,email,university,graduation_year\n"
    "G-1,Backend developer,ps,Nablus,Asia/Hebron,Sun-Thu 09:00-17:00,3,React:3; Docker,"
    "ar:C2; en:B2,fintech,Rana Saleh,rana@example.org,birzeit.edu,2024\n"
)


def skills_of(profile):
    return dict(profile.held_skills.values_list("skill__slug", "level"))


def test_a_graduate_is_loaded_with_every_part():
    assert loaded("graduates", GRADUATE).counts == (1, 0, 0, 0)
    graduate = Profile.objects.get(kind="graduate", external_id="G-1")
    assert (str(graduate.country), graduate.governorate.code) == ("PS", "PS-NBS")
    assert graduate.week == [0x1FE00, 0x1FE00, 0x1FE00, 0x1FE00, 0, 0, 0x1FE00]
    assert graduate.utc_hours.bit_count() == 8
    assert skills_of(graduate) == {"react": 3, "docker": 2}
    assert dict(graduate.spoken_languages.values_list("language__code", "cefr")) == {
        "ar": "C2",
        "en": "B2",
    }
    assert (graduate.sectors, graduate.experience_years) == (["fintech"], 3)
    assert (graduate.identity.legal_name, graduate.identity.email) == (
        "Rana Saleh",
        "rana@example.org",
    )
    assert (graduate.graduate.university.slug, graduate.graduate.graduation_year) == (
        "birzeit",
        2024,
    )
    assert (graduate.verified_how, graduate.is_active, graduate.is_named) == (
        "imported",
        True,
        False,
    )


@pytest.mark.parametrize(
    ("kind", "text", "details"),
    [
        ("mentors", "external_id,hours_month\nX,6\n", {"mentor__hours_month": 6}),
        ("investors", "external_id,type\nX,Fund\n", {"investor__type": "fund"}),
        ("investors", "external_id\nX\n", {"investor__type": "angel"}),
        (
            "firms",
            "external_id,type,team_size,founded_year\nX,startup,9,2016\n",
            {"firm__type": "startup", "firm__team_size": 9, "firm__founded_year": 2016},
        ),
    ],
)
def test_each_kind_has_its_own_columns(kind, text, details):
    assert loaded(kind, text).counts == (1, 0, 0, 0)
    assert Profile.objects.filter(external_id="X", **details).count() == 1


def test_loading_the_same_file_again_changes_nothing():
    loaded("graduates", GRADUATE)
    before = Profile.objects.values().get()
    assert loaded("graduates", GRADUATE).counts == (0, 0, 1, 0)
    assert Profile.objects.values().get() == before
    assert Identity.objects.count() == 1


def test_what_the_file_says_differently_is_updated():
    loaded("graduates", GRADUATE)
    changed = GRADUATE.replace("React:3; Docker", "Go:4").replace("Rana Saleh", "Rana S.")
    assert loaded("graduates", changed).counts == (0, 1, 0, 0)
    graduate = Profile.objects.get()
    assert skills_of(graduate) == {"go": 4}
    assert graduate.identity.legal_name == "Rana S."


def test_columns_that_a_file_does_not_have_stay_as_they_are():
    loaded("graduates", GRADUATE)
    before = Profile.objects.get()
    loaded("graduates", "external_id,headline\nG-1,Frontend developer\n")
    after = Profile.objects.get()
    assert (after.headline, after.week, skills_of(after)) == (
        "Frontend developer",
        before.week,
        {"react": 3, "docker": 2},
    )
    assert after.public_id == before.public_id


def test_an_empty_cell_empties_the_column():
    loaded("graduates", GRADUATE)
    loaded("graduates", "external_id,availability,skills,graduation_year\nG-1,,,\n")
    graduate = Profile.objects.get()
    assert (graduate.week, graduate.utc_hours, skills_of(graduate)) == (None, None, {})
    assert graduate.graduate.graduation_year is None


def test_a_new_zone_moves_the_hours_that_were_said_before():
    loaded("graduates", GRADUATE)
    hebron = Profile.objects.get().utc_hours
    loaded("graduates", "external_id,time_zone\nG-1,America/Chicago\n")
    assert Profile.objects.get().utc_hours not in (hebron, None)


@pytest.mark.parametrize(("cell", "is_verified"), [("no", False), ("yes", True), ("", True)])
def test_a_column_may_say_who_is_verified(cell, is_verified):
    loaded("mentors", f"external_id,verified\nM-1,{cell}\n")
    assert Profile.objects.get().is_verified is is_verified


def test_verification_by_staff_is_not_taken_over_by_an_import():
    mentor = make.a_mentor(external_id="M-1")
    Profile.objects.filter(pk=mentor.pk).update(verified_how="passport", verified_at=timezone.now())
    loaded("mentors", "external_id,headline,verified\nM-1,New,yes\n")
    assert Profile.objects.get(pk=mentor.pk).verified_how == "passport"


def test_the_same_id_in_two_kinds_is_two_profiles():
    loaded("mentors", "external_id\nX\n")
    loaded("investors", "external_id\nX\n")
    assert set(Profile.objects.values_list("kind", flat=True)) == {"mentor", "investor"}


def test_bad_rows_are_told_with_line_and_column_and_good_rows_are_kept():
    text = (
        "external_id,skills,experience_years\n"
        'A,"React:3",2\nB,Reactt,two\nC,Docker,1\n,Go,1\nE,Go\n'
    )
    found = loaded("graduates", text)
    assert found.counts == (2, 0, 0, 3)
    assert [refusal.split(" ", 3)[:3] for refusal in found.refused] == [
        ["line", "3:", "skills:"],
        ["line", "3:", "experience_years:"],
        ["line", "5:", "external_id:"],
        ["line", "6:", "has"],
    ]
    assert set(Profile.objects.values_list("external_id", flat=True)) == {"A", "C"}


def test_a_row_is_all_or_nothing():
    loaded("mentors", "external_id,headline,email\nM-1,Old,\n")
    loaded("mentors", "external_id,headline,email\nM-1,New,not-an-address\n")
    assert Profile.objects.get().headline == "Old"


def test_the_second_row_of_an_id_is_refused_with_the_line_of_the_first():
    found = loaded("mentors", "external_id,headline\nM-1,First\nM-2,Other\nM-1,Second\n")
    assert found.refused == ["line 4: “M-1” is in line 2 already. Keep one of them."]
    assert Profile.objects.get(external_id="M-1").headline == "First"


def test_an_id_is_found_again_across_batches(monkeypatch):
    monkeypatch.setattr("profiles.loading.running.BATCH", 2)
    rows = "".join(f"M-{number}\n" for number in [1, 2, 3, 4, 1])
    assert loaded("mentors", f"external_id\n{rows}").refused == [
        "line 6: “M-1” is in line 2 already. Keep one of them."
    ]


def test_a_formula_is_kept_as_text_and_refused_as_an_id():
    found = loaded("mentors", "external_id,headline\nM-1,=1+1\n=cmd,x\n")
    assert Profile.objects.get().headline == "=1+1"
    assert "external_id: “=cmd” begins like a formula" in found.refused[0]


def test_a_nul_character_is_refused_and_nothing_else_is_lost():
    found = loaded("mentors", "external_id,headline\nM-1,a\0b\nM-2,fine\n")
    assert found.counts == (1, 0, 0, 1)
    assert "headline: has a NUL character" in found.refused[0]


def test_what_only_the_database_refuses_costs_that_row_alone():
    """A constraint that no reader knows of: the other rows of the batch are kept."""
    with connection.cursor() as cursor:
        cursor.execute(
            "ALTER TABLE mentors_mentor "
            "ADD CONSTRAINT thirteen_is_unlucky CHECK (hours_month <> 13)"
        )
    found = loaded("mentors", "external_id,hours_month\nA,12\nB,13\nC,14\n")
    assert found.counts == (2, 0, 0, 1)
    assert found.refused == [
        "line 3: the database refuses it (thirteen is unlucky). Correct the row."
    ]


@pytest.mark.parametrize(
    ("header", "sentence"),
    [
        ("headline", "The first line does not name “external_id”."),
        ("external_id;headline", "Separate the columns with commas."),
        ("external_id,headlne", "did you mean “headline”?"),
        ("external_id,qqq", "have no column “qqq”: there are external_id"),
        ("external_id,headline,headline", "Name the column “headline” once."),
    ],
)
def test_a_wrong_header_is_refused_with_a_sentence(header, sentence):
    with pytest.raises(UnusableFileError, match=sentence.replace("?", r"\?")):
        loaded("mentors", f"{header}\nx,y,z\n")


def test_columns_are_read_whatever_their_case_and_order():
    loaded("mentors", " Headline ,EXTERNAL_ID\nHi,M-1\n")
    assert Profile.objects.get(external_id="M-1").headline == "Hi"


def test_a_dry_run_tells_the_same_and_writes_nothing():
    found = loaded("graduates", GRADUATE + "G-2,too few\n", dry_run=True)
    assert found.counts == (1, 0, 0, 1)
    assert (Profile.objects.count(), Event.objects.count()) == (0, 0)


def test_a_load_is_one_event_and_one_that_changes_nothing_is_none():
    text = "external_id\n" + "".join(f"M-{number}\n" for number in range(20))
    loaded("mentors", text)
    loaded("mentors", text)
    event = Event.objects.get(verb="profiles.loaded")
    assert event.codes == {"kind": "mentors", "touched": ["mentor"], "refused": 0, "created": 20}


def test_a_load_keeps_the_history_of_what_was_checked_and_the_key_of_the_name():
    loaded("graduates", GRADUATE)
    graduate = Profile.objects.get(external_id="G-1")
    loaded("graduates", "external_id,verified,legal_name\nG-1,no,Rana Saleh Ltd\n")
    loaded("graduates", "external_id,verified\nG-1,yes\n")
    checks = graduate.verifications.order_by("pk")
    assert [(row.what, row.withdrawn_at is None) for row in checks] == [
        ("imported", False),
        ("imported", True),
    ]
    assert Identity.objects.get(profile=graduate).name_key == "rana saleh"
