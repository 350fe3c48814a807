"""Our reading and compiling of catalogues, judged by the standard library's gettext."""

import gettext
import io
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from silah.catalogues import compiled, read_compiled, read_source

SOURCE = r"""
msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\n"
"Plural-Forms: nplurals=2; plural=n != 1;\n"

#: somewhere.py:1
msgid "a tie"
msgstr "صلة"

msgctxt "verb"
msgid "match"
msgstr ""
"يوا"
"فق \"تمامًا\"\n"

msgid "%(n)s match"
msgid_plural "%(n)s matches"
msgstr[0] "واحد"
msgstr[1] "كثير"
#, fuzzy
msgid "guessed"
msgstr "تخمين"

msgid "not yet"
msgstr ""

#~ msgid "gone"
#~ msgstr "ذهب"
"""


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "locale" / "ar" / "LC_MESSAGES" / "django.po"
    path.parent.mkdir(parents=True)
    path.write_text(SOURCE)
    return path


def test_gettext_reads_what_we_compile(source: Path) -> None:
    translations = gettext.GNUTranslations(io.BytesIO(compiled(read_source(source))))

    assert translations.gettext("a tie") == "صلة"
    assert translations.pgettext("verb", "match") == 'يوافق "تمامًا"\n'
    assert translations.ngettext("%(n)s match", "%(n)s matches", 1) == "واحد"
    assert translations.ngettext("%(n)s match", "%(n)s matches", 5) == "كثير"


def test_fuzzy_obsolete_and_untranslated_entries_are_left_out(source: Path) -> None:
    assert set(read_source(source)) == {
        *("", "a tie", "verb\x04match", "%(n)s match\x00%(n)s matches")
    }


def test_compiled_catalogue_reads_back(source: Path) -> None:
    catalogue = read_source(source)
    source.with_suffix(".mo").write_bytes(compiled(catalogue))

    assert read_compiled(source.with_suffix(".mo")) == catalogue


def test_unreadable_line_is_named(source: Path) -> None:
    source.write_text('msgid "a"\nmsgstr "b" oops\n')

    with pytest.raises(ValueError, match=r"django\.po, line 2: mend this line"):
        read_source(source)


def test_stale_catalogue_is_named_until_it_is_written(source: Path, settings) -> None:
    settings.LOCALE_PATHS = [source.parents[2]]

    with pytest.raises(CommandError, match=r"Not compiled since: .*django\.po\. Say manage\.py"):
        call_command("checkmessages")
    call_command("checkmessages", write=True)
    call_command("checkmessages")

    source.with_suffix(".mo").write_bytes(b"broken")
    with pytest.raises(CommandError, match="Not compiled since"):
        call_command("checkmessages")
    source.write_text(SOURCE.replace("صلة", "رابطة"))
    with pytest.raises(CommandError, match="Not compiled since"):
        call_command("checkmessages")


def test_committed_catalogues_are_fresh() -> None:
    call_command("checkmessages")
