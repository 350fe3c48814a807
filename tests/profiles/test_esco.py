"""ESCO's files widen the taxonomy beside our own words, and may be taken again."""

import csv
import tracemalloc
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.urls import reverse

from ledger.models import Event
from profiles.models import Skill, SkillSynonym
from tests import make

pytestmark = pytest.mark.django_db

OFFICIAL = [
    *("conceptType", "conceptUri", "skillType", "reuseLevel", "preferredLabel", "altLabels"),
    *("hiddenLabels", "status", "modifiedDate", "scopeNote", "definition", "inScheme"),
    "description",
]
URI = "http://data.europa.eu/esco/skill/"
SCHEME = "http://data.europa.eu/esco/concept-scheme/"
DIGITAL = f"{SCHEME}skills, {SCHEME}6c930acd-c104-4ece-acf7-f44fd7333036"


def official(id_, label, *others, digital=True):
    row = dict.fromkeys(OFFICIAL, "")
    row |= {"conceptUri": URI + id_, "preferredLabel": label, "altLabels": "\n".join(others)}
    return row | {"inScheme": DIGITAL if digital else f"{SCHEME}skills"}


@pytest.fixture
def folder(tmp_path):
    def write(name, *rows, columns=OFFICIAL):
        with (tmp_path / name).open("w", newline="") as file:
            writer = csv.DictWriter(file, columns)
            writer.writeheader()
            writer.writerows(rows)
        return tmp_path

    return write


def run(folder, *arguments):
    """(stdout, stderr with the final sentence, exit status)."""
    out, err = StringIO(), StringIO()
    try:
        call_command("import_esco", str(folder), *arguments, stdout=out, stderr=err)
    except CommandError as error:
        return out.getvalue(), f"{err.getvalue()}{error}", error.returncode
    return out.getvalue(), err.getvalue(), 0


def skill_called(key):
    return SkillSynonym.objects.get(key=key).skill


def test_a_new_skill_gets_its_names_and_waits_for_its_arabic_label(folder, client):
    run(folder("skills_en.csv", official("a1", "digital signage", "public displays")))
    skill = skill_called("publicdisplays")
    assert (skill.label_en, skill.label_ar, skill.kind) == (
        "digital signage",
        "digital signage",
        "esco",
    )
    client.force_login(make.staff(is_superuser=True))
    found = client.get(f"{reverse('admin:profiles_skill_changelist')}?arabic=missing")
    assert b"digital signage" in found.content
    assert b"Kubernetes" not in found.content


def test_a_skill_of_ours_stays_as_it_is_and_learns_new_names(folder):
    before = Skill.objects.get(slug="cpp")
    run(folder("skills_en.csv", official("b1", "C++", "C++ programming for embedded boards")))
    joined = skill_called("c++programmingforembeddedboards")
    assert (joined, joined.label_en, joined.label_ar) == (before, before.label_en, before.label_ar)
    assert joined.esco_ids == ["b1"]


@pytest.mark.parametrize("label", ["Python (computer programming)", "use of Python"])
def test_an_explained_label_or_one_that_contains_our_name_is_ours(folder, label):
    run(folder("skills_en.csv", official("c1", label, "Python")))
    assert Skill.objects.get(esco_ids__contains=["c1"]).slug == "python"


def test_a_skill_with_the_names_of_two_of_ours_is_kept_apart_and_told(folder):
    _, err, status = run(
        folder("skills_en.csv", official("d1", "use Python and Rust", "Python", "Rust"))
    )
    assert status == 0
    assert "“use Python and Rust” has the names of Python and of Rust: kept apart from them." in err
    assert skill_called("python").slug == "python"
    assert skill_called("usepythonandrust").esco_ids == ["d1"]


@pytest.mark.parametrize(
    ("label", "other", "ours"),
    [
        ("presentation software", "PowerPoint", "powerpoint"),
        ("ML (computer programming)", "ML", "machine-learning"),
        ("consensus mechanisms", "POS", "pos-systems"),
    ],
)
def test_what_only_shares_a_product_or_an_abbreviation_is_not_ours(folder, label, other, ours):
    run(folder("skills_en.csv", official("d2", label, other)))
    assert Skill.objects.get(esco_ids__contains=["d2"]).kind == "esco"
    assert skill_called(other.casefold()).slug == ours


def test_what_we_only_count_among_other_things_teaches_ours_no_names(folder):
    run(folder("skills_en.csv", official("d3", "computer science", "informatics")))
    assert Skill.objects.get(slug="algorithms").esco_ids == ["d3"]
    assert not SkillSynonym.objects.filter(key="informatics").exists()


def test_a_label_of_esco_is_worth_more_than_another_skills_synonym(folder):
    rows = official("d4", "robot parts", "sensor fabric"), official("d5", "sensor fabric")
    run(folder("skills_en.csv", *rows))
    assert skill_called("sensorfabric").esco_ids == ["d5"]


def test_two_skills_of_esco_may_be_one_of_ours(folder):
    rows = official("e1", "Java (computer programming)"), official("e2", "Java")
    run(folder("skills_en.csv", *rows))
    assert Skill.objects.get(slug="java").esco_ids == ["e1", "e2"]


def test_taking_the_folder_again_changes_nothing(folder):
    rows = official("f1", "digital signage", "public displays"), official("f2", "Python", "py3k")
    there = folder("skills_en.csv", *rows)
    run(there)
    skills, synonyms = Skill.objects.count(), SkillSynonym.objects.count()
    out, _, status = run(there)
    assert (out, status) == ("2 unchanged.\n", 0)
    assert (Skill.objects.count(), SkillSynonym.objects.count()) == (skills, synonyms)
    assert Event.objects.filter(verb="taxonomy.widened").count() == 1


def test_arabic_labels_are_taken_where_staff_wrote_none(folder):
    rows = official("g1", "digital signage"), official("g2", "edge caching"), official("g3", "Rust")
    there = folder("skills_en.csv", *rows)
    run(there)
    Skill.objects.filter(label_en="edge caching").update(label_ar="تخزين طرفي")
    folder(
        "skills_ar.csv",
        official("g1", "اللافتات الرقمية", "شاشات العرض العامة"),
        official("g2", "التخزين المؤقت الطرفي"),
        official("g3", "لغة راست"),
    )
    out, _, _ = run(there)
    assert "1 translated" in out
    labels = dict(Skill.objects.filter(esco_ids__len=1).values_list("label_en", "label_ar"))
    assert labels == {
        "digital signage": "اللافتات الرقمية", "edge caching": "تخزين طرفي", "Rust": "Rust",
    }  # fmt: skip
    assert skill_called("شاشاتالعرضالعامه").label_en == "digital signage"


def test_only_digital_skills_are_taken_unless_all_are_wanted(folder):
    there = folder("skills_en.csv", official("h1", "manage musical staff", digital=False))
    assert run(there)[0] == "no skill was taken.\n"
    assert run(there, "--all")[0] == "1 created, 1 synonyms added.\n"


def test_repacked_columns_are_read_too(folder):
    columns = ["skill_id", "label", "alt_labels", "is_digital"]
    rows = [
        ["i1", "digital signage", "public displays|public screens", "1"],
        ["i2", "x y z", "", "0"],
    ]
    there = folder(
        "skills_en.csv", *(dict(zip(columns, row, strict=True)) for row in rows), columns=columns
    )
    assert run(there)[0] == "1 created, 3 synonyms added.\n"


def test_a_dry_run_writes_nothing(folder):
    before = Skill.objects.count()
    out, _, _ = run(folder("skills_en.csv", official("j1", "digital signage")), "--dry-run")
    assert out == "Dry run, nothing written: 1 created, 1 synonyms added.\n"
    assert (Skill.objects.count(), Event.objects.count()) == (before, 0)


def test_a_row_that_is_no_skill_is_told_with_its_line_and_the_others_are_taken(folder):
    there = folder("skills_en.csv", official("", ""), official("k1", "digital signage"))
    with (there / "skills_en.csv").open("a") as file:
        file.write("too,short\n")
    out, err, status = run(there)
    assert (status, out[:9]) == (1, "1 created")
    assert "line 2: has no id or no label." in err
    assert "line 4: 2 cells, not 13. Take the row from ESCO again." in err


def test_a_wrong_folder_or_file_is_a_sentence(folder, tmp_path):
    assert "holds no skills_en.csv. Download ESCO's classification" in run(tmp_path)[1]
    assert "is no folder" in run(tmp_path / "none")[1]
    there = folder("skills_en.csv", columns=["a", "preferredLabel"])
    assert run(there)[1:] == (
        f"{there / 'skills_en.csv'} has no column “concepturi” and “altlabels”. Give the file as "
        "ESCO publishes it: conceptUri, preferredLabel, altLabels, inScheme.",
        2,
    )
    there = folder("skills_en.csv", columns=["conceptUri", "preferredLabel", "altLabels"])
    assert "does not say which skills are digital (inScheme)" in run(there)[1]


def test_an_import_streams(folder):
    def peak(count):
        rows = (
            official(f"{count}-{n}", f"signage number {n} of {count}", f"sign {n}/{count}")
            for n in range(count)
        )
        there = folder("skills_en.csv", *rows)
        tracemalloc.start()
        run(there, "--dry-run")
        _, most = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        return most

    run(folder("skills_en.csv", official("l1", "warm up")))
    assert peak(6000) < 5_000_000


def test_staff_find_a_skill_by_a_part_of_any_spelling(client):
    client.force_login(make.staff(is_superuser=True))
    found = client.get(f"{reverse('admin:profiles_skill_changelist')}?q=كوبرنيت")
    assert b"Kubernetes" in found.content
    assert b"Django" not in found.content
