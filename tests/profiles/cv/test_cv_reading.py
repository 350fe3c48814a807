"""Good files give their lines, bad ones a reason; the child is bounded whatever it opens."""

import subprocess
import sys
import time

import pytest

from profiles.graduates.cv import reading
from profiles.graduates.cv.limits import PDF, RESUME, WORD, Fault, Refused
from profiles.graduates.cv.lines import lines_of
from profiles.graduates.cv.refusals import SENTENCES
from tests.profiles.cv import papers

REFUSED = {
    "empty": (lambda: b"", Fault.EMPTY),
    "only spaces": (lambda: b" \n", Fault.EMPTY),
    "too large": (lambda: b"%PDF-1.7" + b"x" * 5_000_000, Fault.TOO_LARGE),
    "a picture": (lambda: b"\x89PNG\r\n\x1a\n" + b"\0" * 200, Fault.WRONG_TYPE),
    "a program called cv.pdf": (lambda: b"MZ" + b"\0" * 200, Fault.WRONG_TYPE),
    "plain text": (lambda: b"Python, Django and more", Fault.WRONG_TYPE),
    "another zip": (
        lambda: papers.word().replace(b"word/document.xml", b"word/dokument.xml"),
        Fault.WRONG_TYPE,
    ),
    "old word": (papers.old_word, Fault.OLD_WORD),
    "word with password": (papers.word_with_password, Fault.ENCRYPTED),
    "pdf with password": (papers.pdf_with_password, Fault.ENCRYPTED),
    "macros": (papers.word_with_macros, Fault.MACROS),
    "script": (papers.pdf_with_script, Fault.SCRIPTS),
    "script of a page": (papers.pdf_with_script_of_a_page, Fault.SCRIPTS),
    "launch": (papers.pdf_that_launches, Fault.SCRIPTS),
    "file in pdf": (papers.pdf_with_file_inside, Fault.EMBEDDED),
    "stray file in pdf": (papers.pdf_with_unreferenced_file_inside, Fault.EMBEDDED),
    "file in word": (papers.word_with_file_inside, Fault.EMBEDDED),
    "template elsewhere": (papers.word_with_template_elsewhere, Fault.LINKED),
    "entities": (papers.word_with_entities, Fault.CORRUPT),
    "pdf bomb": (papers.pdf_bomb, Fault.UNPACKS_TOO_LARGE),
    "word bomb": (papers.word_bomb, Fault.UNPACKS_TOO_LARGE),
    "word bomb that lies": (papers.word_bomb_that_lies, Fault.CORRUPT),
    "many entries": (papers.word_with_many_entries, Fault.UNPACKS_TOO_LARGE),
    "many pages": (papers.pdf_with_many_pages, Fault.TOO_LONG),
    "no text": (papers.pdf_without_text, Fault.NO_TEXT),
    "half a pdf": (lambda: papers.pdf()[:300], Fault.CORRUPT),
    "half a word document": (lambda: papers.word()[:3000], Fault.CORRUPT),
    "half a json": (lambda: papers.resume()[:100], Fault.CORRUPT),
    "deep json": (papers.deep_resume, Fault.CORRUPT),
    "a list": (lambda: b"[1, 2]", Fault.NO_RESUME),
    "other json": (lambda: b'{"name": "left-pad"}', Fault.NO_RESUME),
}


@pytest.mark.parametrize(("make", "fault"), REFUSED.values(), ids=REFUSED)
def test_bad_file_is_refused_with_its_reason(make, fault):
    with pytest.raises(Refused) as refusal:
        reading.read(make())
    assert refusal.value.fault == fault


def test_every_fault_has_a_sentence():
    assert set(SENTENCES) == set(Fault)


@pytest.mark.parametrize(
    ("make", "kind"), [(papers.pdf, PDF), (papers.word, WORD)], ids=["pdf", "word"]
)
def test_lines_come_out_as_they_were_written(make, kind):
    text = reading.read(make())
    assert (text.kind, text.lines) == (kind, papers.LINES)


def test_row_of_a_table_is_one_line():
    text = reading.read(papers.word(table=[("English", "Fluent"), ("Arabic", "Native")]))
    assert text.lines[-2:] == ["English | Fluent", "Arabic | Native"]


def test_arabic_of_a_pdf_comes_out_in_plain_letters():
    lines = reading.read(papers.ARABIC_PDF).lines
    assert "المهارات التقنية" in lines
    assert "العربية: اللغة الأم" in lines


def test_arabic_in_the_order_of_the_eye_is_turned_round():
    written = ["المهارات التقنية", "بايثون، C++ 2021", "العربية: اللغة الأم", "الخبرة"]
    seen = [written[0][::-1], "C++ 2021 ،نوثياب", written[2][::-1], written[3][::-1]]
    assert lines_of("\n".join(seen)) == written


def test_invisible_characters_are_left_out():
    text = "Py\u200bthon \u202eand\u202c Django, and enough letters for a document\x00"
    assert lines_of(text) == ["Python and Django, and enough letters for a document"]


def test_resume_keeps_what_a_profile_can_take_and_names_the_rest():
    text = reading.read(papers.resume())
    assert text.kind == RESUME
    assert text.resume["languages"][0] == {"language": "English", "fluency": "Full professional"}
    assert text.resume["left"] == ["basics", "awards"]


def test_file_that_takes_for_ever_is_given_up(monkeypatch):
    monkeypatch.setattr(reading, "SECONDS", 2)
    began = time.monotonic()
    with pytest.raises(Refused) as refusal:
        reading.read(papers.pdf_that_takes_for_ever())
    assert refusal.value.fault == Fault.TOO_HARD
    assert time.monotonic() - began < 6


def test_reading_waits_for_a_place_and_says_so_when_there_is_none(monkeypatch):
    monkeypatch.setattr(reading, "WAIT", 0.05)
    for _ in range(reading.AT_ONCE):
        assert reading._places.acquire(blocking=False)
    try:
        with pytest.raises(Refused) as refusal:
            reading.read(papers.pdf())
    finally:
        reading._places.release(reading.AT_ONCE)
    assert refusal.value.fault == Fault.BUSY


def run_python(program, settings, folder):
    return subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        check=True,
        text=True,
        cwd=folder,
        env={"PYTHONPATH": str(settings.BASE_DIR)},
    ).stdout.split()


def test_child_can_use_little_memory_and_write_nothing(settings, tmp_path):
    program = (
        "from profiles.graduates.cv import child; child.bound()\n"
        "import signal; signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "try: b'x' * (900 * 1024 * 1024)\nexcept MemoryError: print('memory')\n"
        "try: open('written', 'wb', buffering=0).write(b'x')\nexcept OSError: print('file')\n"
    )
    assert run_python(program, settings, tmp_path) == ["memory", "file"]


def test_child_loads_neither_django_nor_a_secret(settings, tmp_path):
    program = (
        "import sys, os; from profiles.graduates.cv import child\n"
        "print('django' in sys.modules, 'SECRET_KEY' in os.environ)"
    )
    assert run_python(program, settings, tmp_path) == ["False", "False"]
