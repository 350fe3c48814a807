import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from profiles.folding import fold, skill_key

SPELLINGS_THAT_MEET = [
    ("أحمد", "احمد"),
    ("إبراهيم", "ابراهيم"),
    ("آلاء", "الا"),
    ("ٱلقدس", "القدس"),
    ("آية", "ايه"),
    ("مؤسسة", "موسسه"),
    ("لؤي", "لوي"),
    ("رائد", "رايد"),
    ("هيئة", "هييه"),
    ("علاء", "علا"),
    ("شيماء", "شيما"),
    ("الثلاثاء", "الثلاثا"),
    ("هندسة", "هندسه"),
    ("غزة", "غزه"),
    ("مصطفى", "مصطفي"),
    ("مستشفى", "مستشفي"),
    ("محمّد", "محمد"),
    ("مُحَمَّدٌ", "محمد"),
    ("هٰذا", "هذا"),
    ("الرحمٰن", "الرحمن"),
    ("فلســــطين", "فلسطين"),
    ("نابلس\u200f", "نابلس"),
    ("\u202bرام الله\u202c", "رام الله"),
    ("خان\u200cيونس", "خانيونس"),
    ("\ufeffجنين", "جنين"),
    ("ﻻجئ", "لاجي"),
    ("ﷲ", "الله"),
    ("٢٠٢٦", "2026"),
    ("۱۴۰۴", "1404"),
    ("کریم", "كريم"),
    ("ڤيو", "فيو"),
    ("بيت  \t لحم\n", "بيت لحم"),
    ("أَنْدرويد ١٤", "اندرويد 14"),
]


@pytest.mark.parametrize(("written", "folded"), SPELLINGS_THAT_MEET)
def test_arabic_spellings_fold_to_one_form(written: str, folded: str) -> None:
    assert fold(written) == folded


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("C++", "c++"),
        ("C#", "c#"),
        ("C♯", "c#"),
        (".NET", ".net"),
        ("Node.js", "node.js"),
        ("ＰＹＴＨＯＮ", "python"),
        ("São Paulo", "sao paulo"),
        ("Malmö", "malmo"),
        ("İstanbul", "istanbul"),
        ("Straße", "strasse"),
        ("zero\u200bwidth", "zerowidth"),
        ("nul\x00byte", "nulbyte"),
        ("", ""),
    ],
)
def test_latin_text_keeps_plus_hash_and_dot(written: str, folded: str) -> None:
    assert fold(written) == folded


@pytest.mark.parametrize(
    "spellings",
    [
        ("React.js", "react js", "ReactJS", "REACT-JS", "react_js", "react.js."),
        ("D3.js", "d3js", "D3 JS"),
        ("ASP.NET", "asp net", "ASP .NET"),
        (".NET Core", ".netcore", ".net-core"),
        ("C ++", "C++"),
        ("CI/CD", "cicd", "CI / CD"),
        ("Front-end", "front end", "Frontend", "front–end"),
        ("جافا سكريبت", "جافاسكريبت", "جافا-سكريبت"),
        ("ذكاء اصطناعي", "ذكا إصطناعى"),
    ],
)
def test_spellings_of_one_skill_share_a_key(spellings: tuple[str, ...]) -> None:
    assert len({skill_key(spelling) for spelling in spellings}) == 1


def test_short_names_of_languages_stay_apart() -> None:
    names = ("C", "C++", "C#", ".NET", "Go", "R", "F#", "net", "VB.NET", "ASP.NET")
    assert len({skill_key(name) for name in names}) == len(names)


def test_dot_between_digits_stays_in_a_key() -> None:
    assert skill_key("Web 2.0") == "web2.0"


def test_name_of_nothing_has_an_empty_key() -> None:
    assert skill_key(" - \u200f. ") == ""


def test_every_character_folds_to_a_form_that_stays() -> None:
    folded = {fold(chr(code)) for code in range(0x110000) if not 0xD800 <= code < 0xE000}
    assert [form for form in folded if fold(form) != form] == []


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_key_of_a_key_is_itself(text: str) -> None:
    assert skill_key(skill_key(text)) == skill_key(text)


@given(st.text())
def test_folded_and_unfolded_text_have_one_key(text: str) -> None:
    assert skill_key(fold(text)) == skill_key(text)


@given(st.text())
def test_folded_text_is_never_longer_than_its_plain_casefold(text: str) -> None:
    plain = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())
    assert len(fold(text)) <= len(plain)


@given(st.text(alphabet="أإآٱاءؤئىيةه ـًٌٍَُِّْٰ\u200e\u200f\u202b٠٩aZ+#."))
def test_nothing_that_folding_removes_is_left(text: str) -> None:
    assert set(fold(text)) <= set("اويه 09az+#.")
