"""`manage.py load` as a person meets it: sentences, exit status, and docs that stay true."""

import re
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from profiles.models import Profile
from silah.loading import TABLES, columns_page, table_of

DOCS = Path(__file__).parents[2] / "docs" / "loading.md"


def run(*arguments):
    """(stdout, stderr with the final sentence, exit status)."""
    out, err = StringIO(), StringIO()
    try:
        call_command("load", *map(str, arguments), stdout=out, stderr=err)
    except CommandError as error:
        return out.getvalue(), f"{err.getvalue()}{error}", error.returncode
    return out.getvalue(), err.getvalue(), 0


@pytest.fixture
def file(tmp_path):
    def write(text):
        path = tmp_path / "mentors.csv"
        path.write_text(text)
        return path

    return write


@pytest.mark.django_db
def test_a_good_file_ends_with_a_count(file):
    assert run("mentors", file("external_id\nM-1\nM-2\n")) == (
        "2 rows read: 2 created, 0 updated, 0 unchanged, 0 refused.\n",
        "",
        0,
    )


@pytest.mark.django_db
def test_a_refused_row_gives_status_1_and_is_told_with_file_line_and_column(file):
    path = file("external_id,hours_month\nM-1,six\nM-2,6\n")
    out, err, status = run("mentors", path)
    assert status == 1
    assert out == "2 rows read: 1 created, 0 updated, 0 unchanged, 1 refused.\n"
    assert err.startswith(
        f"{path}: line 2: hours_month: “six” is not a whole number from 0 to 200.\nCorrect"
    )


@pytest.mark.django_db
def test_a_spreadsheet_of_an_older_windows_is_loaded_and_its_ragged_row_told(tmp_path):
    path = tmp_path / "mentors.csv"
    path.write_bytes("external_id;headline\nM-1;مهندسة برمجيات\nM-2\nM-3;مطور\n".encode("cp1256"))
    out, err, status = run("mentors", path)
    assert (out, status) == ("3 rows read: 2 created, 0 updated, 0 unchanged, 1 refused.\n", 1)
    assert f"{path} is read as Windows-1256, not UTF-8: look whether names are right." in err
    assert f"{path}: line 3: has 1 values for 2 columns." in err
    assert Profile.objects.get(external_id="M-1").headline == "مهندسة برمجيات"


@pytest.mark.django_db
def test_a_dry_run_says_that_it_was_one(file):
    out, _, status = run("mentors", file("external_id\nM-1\n"), "--dry-run")
    assert (out[:28], status, Profile.objects.count()) == ("Dry run, nothing written. 1 ", 0, 0)


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["graduats", "x.csv"], "There is no kind “graduats”. Did you mean graduates?"),
        (["shoes", "x.csv"], "Choose one of graduates, mentors, investors, firms, openings"),
        (["mentors"], "Give a file: manage.py load mentors FILE.csv"),
        (["mentors", "none.csv"], "none.csv cannot be read (No such file or directory)."),
    ],
)
def test_a_wrong_command_gives_status_2_and_a_sentence(arguments, sentence):
    _, err, status = run(*arguments)
    assert status == 2
    assert sentence in err


@pytest.mark.django_db
def test_a_file_without_its_columns_gives_status_2_and_a_sentence(file):
    _, err, status = run("mentors", file("headline,about\nx,y\n"))
    assert (status, err) == (2, "The first line does not name “external_id”.")


@pytest.mark.django_db
def test_an_interrupt_leaves_nothing_behind(file, monkeypatch):
    """As Ctrl-C does, in the second batch."""
    monkeypatch.setattr("profiles.loading.running.BATCH", 1)
    monkeypatch.setattr("silah.progress.SECONDS_BETWEEN", 0)
    path = file("external_id\nM-1\nM-2\n")

    class Impatient:
        def isatty(self):
            return True

        def write(self, text):
            if Profile.objects.exists():
                raise KeyboardInterrupt

        def flush(self):
            pass

    with pytest.raises(CommandError, match="Stopped: nothing was written"):
        call_command("load", "mentors", str(path), stderr=Impatient())
    assert Profile.objects.count() == 0


@pytest.mark.parametrize("kind", TABLES)
def test_the_page_in_docs_lists_the_columns_that_there_are(kind):
    section = re.search(rf"^## {kind}\n(.*?)(?=^## |\Z)", DOCS.read_text(), re.M | re.S)
    assert section is not None
    table = [line for line in section[1].splitlines() if line.startswith("|")]
    assert "\n".join(table) == columns_page(table_of(kind))


@pytest.mark.django_db
@pytest.mark.parametrize("kind", TABLES)
def test_every_example_in_the_docs_can_be_read(kind):
    for column in table_of(kind).columns:
        column.read(column.example)
