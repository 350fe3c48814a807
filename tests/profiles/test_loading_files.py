"""What a file may look like, and which sentence answers the one that may not."""

import tracemalloc

import pytest

from profiles.loading.source import (
    MOST_IN_A_FIELD,
    Record,
    Refusal,
    UnusableFileError,
    first_cells,
    open_source,
)
from tests.full import FULL

MEGABYTES = 100 if FULL else 30
UNREADABLE = {
    "empty": (b"", "is empty. Its first line must name the columns."),
    "a picture": (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "is not UTF-8 text"),
    "text full of NULs": (b"exter\0nal_id\n\0\0", "is not text."),
    "a mark and nothing else": (b"\xef\xbb\xbf", "is empty. Its first line must name the columns."),
    "utf-16's mark alone": (b"\xff\xfe", "is empty. Its first line must name the columns."),
    "a spreadsheet": (b"PK\x03\x04rest", "is a spreadsheet or an archive, not CSV."),
    "windows-1252": ("external_id\nJäger für Öl\n".encode("cp1252"), "is not UTF-8 text"),
    "half of utf-16": ("external_id\n".encode("utf-16")[:-1], "is not UTF-16 text"),
}


def source_of(tmp_path, content):
    path = tmp_path / "file.csv"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return open_source(path)


def read(tmp_path, content):
    return list(source_of(tmp_path, content).records())


@pytest.mark.parametrize("name", UNREADABLE)
def test_a_file_that_is_no_csv_is_refused_with_a_sentence(tmp_path, name):
    content, sentence = UNREADABLE[name]
    with pytest.raises(UnusableFileError, match=sentence):
        first_cells((source := source_of(tmp_path, content)).records(), source)


def test_a_missing_file_and_a_folder_are_refused_with_a_sentence(tmp_path):
    for path in (tmp_path / "none.csv", tmp_path):
        with pytest.raises(UnusableFileError, match="Give the path of a CSV file"):
            open_source(path)


UNICODE = ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"]


@pytest.mark.parametrize("encoding", [*UNICODE, "cp1256"])
def test_arabic_is_read_whatever_it_was_saved_in(tmp_path, encoding):
    found = read(tmp_path, "id,name\n1,صلة\n".encode(encoding))
    assert found == [Record(1, ["id", "name"]), Record(2, ["1", "صلة"])]


def test_marks_of_either_order_are_understood(tmp_path):
    for mark, encoding in ((b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be")):
        found = read(tmp_path, mark + "id\nصلة\n".encode(encoding))
        assert found == [Record(1, ["id"]), Record(2, ["صلة"])]


def test_only_windows_arabic_is_worth_a_word(tmp_path):
    text = "id,name\n1,صلة رحم\n2,Café\n"
    assert source_of(tmp_path, text).note == ""
    assert "is read as Windows-1256, not UTF-8" in source_of(tmp_path, text.encode("cp1256")).note


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_columns_are_parted_as_the_first_line_parts_them(tmp_path, separator):
    rows = [["id", "about, or; so", "skills"], ["1", "two\nlines", "React:3; Docker"]]
    text = "\n".join(separator.join(f'"{cell}"' for cell in row) for row in rows)
    assert [record.cells for record in read(tmp_path, text)] == rows


def test_lines_are_counted_as_an_editor_counts_them(tmp_path):
    found = read(tmp_path, 'id,about\r\n1,"two\r\nlines"\r\n\r\n2,x\r\n')
    assert [record.line for record in found] == [1, 2, 5]


def test_blank_rows_are_no_rows(tmp_path):
    assert read(tmp_path, "id,name\n,\n  ,\n1,a\n") == [
        Record(1, ["id", "name"]),
        Record(4, ["1", "a"]),
    ]


def test_after_a_broken_row_reading_goes_on_at_the_next_line(tmp_path):
    _, broken, good = read(tmp_path, 'id\n"a"b\n2\n')
    assert isinstance(broken, Refusal)
    assert (broken.line, good) == (2, Record(3, ["2"]))


def test_a_quote_that_is_never_closed_is_told_with_its_line(tmp_path):
    *_, refusal = read(tmp_path, 'id\n1\n"2\n3\n')
    assert refusal == Refusal(
        3, "", "a quote is opened and never closed in lines 3 to 4. Close it."
    )


def test_a_field_that_is_too_long_is_refused_and_the_next_row_is_read(tmp_path):
    found = read(tmp_path, f"id\n{'x' * (MOST_IN_A_FIELD + 1)}\n2\n")
    assert "longer than 131,072 characters" in found[1].why
    assert found[2] == Record(3, ["2"])


def file_with_a_line_without_end(tmp_path, before, after):
    path = tmp_path / "long.csv"
    with path.open("wb") as file:
        file.write(before)
        file.writelines(b"x" * 1_000_000 for _ in range(MEGABYTES))
        file.write(after)
    return path


def test_a_line_without_end_is_refused_without_being_held(tmp_path):
    path = file_with_a_line_without_end(tmp_path, b"id\n", b"\n2\n")
    tracemalloc.start()
    found = list(open_source(path).records())
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert [record.line for record in found] == [1, 2, 3]
    assert isinstance(found[1], Refusal)
    assert peak < 8_000_000


def test_a_file_of_one_line_without_end_is_a_sentence(tmp_path):
    path = file_with_a_line_without_end(tmp_path, b"", b"")
    tracemalloc.start()
    source = open_source(path)
    with pytest.raises(
        UnusableFileError, match="columns cannot be read: a field in line 1 is long"
    ):
        first_cells(source.records(), source)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 8_000_000
