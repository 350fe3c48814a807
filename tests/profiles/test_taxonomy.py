import csv
import re
from functools import cache
from pathlib import Path

import pytest

from profiles.folding import fold, skill_key

TAXONOMY = Path(__file__).parents[2] / "profiles" / "taxonomy"
KINDS = {
    "cloud",
    "data",
    "database",
    "design",
    "framework",
    "language",
    "platform",
    "practice",
    "security",
    "tool",
}
REGIONS = {
    "africa",
    "asia_pacific",
    "europe",
    "gulf",
    "latin_america",
    "levant_egypt",
    "maghreb",
    "north_america",
    "palestine",
}
COLUMNS = {
    "skills": ["slug", "label_en", "label_ar", "kind", "synonyms_en", "synonyms_ar"],
    "sectors": ["slug", "label_en", "label_ar", "synonyms_en", "synonyms_ar"],
    "languages": ["code", "label_en", "label_ar"],
    "governorates": ["code", "label_en", "label_ar"],
    "universities": ["slug", "name_en", "name_ar", "domains"],
    "regions": ["country", "region"],
}
ARABIC = re.compile("[\u0621-\u064a]")
WORDS = re.compile(r"[\s,()]+")


def rows(name: str) -> list[dict[str, str]]:
    with (TAXONOMY / f"{name}.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def column(name: str, field: str) -> list[str]:
    return [row[field] for row in rows(name)]


def names(row: dict[str, str]) -> list[str]:
    synonyms = f"{row['synonyms_en']}|{row['synonyms_ar']}".split("|")
    return [row["label_en"], row["label_ar"], *filter(None, synonyms)]


@cache
def owners(name: str) -> dict[str, set[str]]:
    """Key of every slug, label and synonym, with the slugs it leads to."""
    found: dict[str, set[str]] = {}
    for row in rows(name):
        for spelling in [row["slug"], *names(row)]:
            found.setdefault(skill_key(spelling), set()).add(row["slug"])
    return found


def skill_of(text: str) -> str:
    (slug,) = owners("skills")[skill_key(text)]
    return slug


@pytest.mark.parametrize("name", COLUMNS)
def test_columns_are_the_agreed_ones(name: str) -> None:
    assert list(rows(name)[0]) == COLUMNS[name]


@pytest.mark.parametrize("name", COLUMNS)
def test_no_row_has_cells_too_many_or_too_few(name: str) -> None:
    assert [row for row in rows(name) if None in row or None in row.values()] == []


@pytest.mark.parametrize("name", COLUMNS)
def test_cells_carry_no_stray_whitespace(name: str) -> None:
    parts = [part for row in rows(name) for cell in row.values() for part in cell.split("|")]
    assert [part for part in parts if part != " ".join(part.split())] == []


@pytest.mark.parametrize("name", COLUMNS)
def test_first_column_identifies_the_row(name: str) -> None:
    keys = column(name, COLUMNS[name][0])
    assert len(set(keys)) == len(keys)


@pytest.mark.parametrize("name", ["skills", "sectors", "universities"])
def test_slugs_are_short_and_plain(name: str) -> None:
    plain = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
    slugs = column(name, "slug")
    assert [slug for slug in slugs if not plain.fullmatch(slug) or len(slug) > 50] == []


@pytest.mark.parametrize("name", ["skills", "sectors", "languages", "governorates", "universities"])
@pytest.mark.parametrize("language", ["en", "ar"])
def test_labels_of_one_file_differ_after_folding(name: str, language: str) -> None:
    label = "name" if name == "universities" else "label"
    folded = [fold(text) for text in column(name, f"{label}_{language}")]
    assert "" not in folded
    assert len(set(folded)) == len(folded)


@pytest.mark.parametrize("name", ["sectors", "languages", "governorates", "universities"])
def test_arabic_labels_are_arabic_only(name: str) -> None:
    labels = column(name, "name_ar" if name == "universities" else "label_ar")
    assert [
        label for label in labels if not ARABIC.search(label) or re.search("[A-Za-z]", label)
    ] == []


def test_arabic_label_of_a_skill_is_arabic_or_its_latin_name() -> None:
    latin = [row for row in rows("skills") if not ARABIC.search(row["label_ar"])]
    strange = [
        row["slug"]
        for row in latin
        if not set(WORDS.split(row["label_ar"])) <= set(WORDS.split(row["label_en"]))
    ]
    assert strange == []


def test_every_skill_can_be_typed_in_arabic() -> None:
    assert [row["slug"] for row in rows("skills") if not any(map(ARABIC.search, names(row)))] == []


def test_english_synonyms_are_latin_and_arabic_ones_arabic() -> None:
    every = rows("skills") + rows("sectors")
    english = [text for row in every for text in row["synonyms_en"].split("|") if text]
    arabic = [text for row in every for text in row["synonyms_ar"].split("|") if text]
    assert [text for text in english if ARABIC.search(text)] == []
    assert [text for text in arabic if not ARABIC.search(text)] == []


@pytest.mark.parametrize("name", ["skills", "sectors"])
def test_no_spelling_leads_to_two_rows(name: str) -> None:
    assert {key: slugs for key, slugs in owners(name).items() if len(slugs) > 1} == {}


@pytest.mark.parametrize("name", ["skills", "sectors"])
def test_no_spelling_is_empty_once_folded(name: str) -> None:
    assert "" not in owners(name)


@pytest.mark.parametrize("name", ["skills", "sectors"])
def test_every_synonym_adds_a_spelling(name: str) -> None:
    idle = []
    for row in rows(name):
        known = {skill_key(row["label_en"]), skill_key(row["label_ar"])}
        for synonym in names(row)[2:]:
            if skill_key(synonym) in known:
                idle.append((row["slug"], synonym))
            known.add(skill_key(synonym))
    assert idle == []


def test_skills_are_of_the_known_kinds_and_every_kind_has_ten() -> None:
    kinds = column("skills", "kind")
    assert set(kinds) == KINDS
    assert min(kinds.count(kind) for kind in KINDS) >= 10


def test_every_skill_has_synonyms_in_both_languages() -> None:
    columns = ("synonyms_en", "synonyms_ar")
    assert [row["slug"] for row in rows("skills") if not all(row[name] for name in columns)] == []


def test_skills_are_many_and_fit_the_index() -> None:
    """Four hundred of technology, design and practice aside."""
    technology = [row for row in rows("skills") if row["kind"] not in {"design", "practice"}]
    assert len(technology) >= 400
    assert len(rows("skills")) < 1 << 16


@pytest.mark.parametrize(
    ("typed", "slug"),
    [
        ("C", "c"),
        ("C++", "cpp"),
        ("C/C++", "cpp"),
        ("C#", "csharp"),
        ("c sharp", "csharp"),
        (".NET", "dotnet"),
        ("dot net", "dotnet"),
        (".net core", "dotnet"),
        ("ASP.NET Core", "aspnet"),
        ("VB.NET", "visual-basic"),
        ("go", "go"),
        ("Golang", "go"),
        ("R", "r"),
        ("java", "java"),
        ("java script", "javascript"),
        ("ReactJS", "react"),
        ("react js", "react"),
        ("React.js", "react"),
        ("React Native", "react-native"),
        ("node", "nodejs"),
        ("k8s", "kubernetes"),
        ("UI/UX", "ux-design"),
        ("Microsoft Excel", "excel"),
        ("سي شارب", "csharp"),
        ("سي", "c"),
        ("دوت نت", "dotnet"),
        ("جافا", "java"),
        ("جافاسكربت", "javascript"),
        ("ريآكت", "react"),
        ("رياكت", "react"),
        ("جافا سكربت", "javascript"),
        ("تعلم الآلة", "machine-learning"),
        ("لارافل", "laravel"),
        ("تعليم الاله", "machine-learning"),
        ("ذكاء إصطناعي", "artificial-intelligence"),
        ("اكسل", "excel"),
        ("دعم فنى", "technical-support"),
    ],
)
def test_what_people_type_finds_the_skill(typed: str, slug: str) -> None:
    assert skill_of(typed) == slug


def test_sectors_keep_their_bits_and_fit_the_mask() -> None:
    slugs = column("sectors", "slug")
    assert len(slugs) <= 24
    assert slugs[:20] == [
        "fintech",
        "health",
        "education",
        "ecommerce",
        "logistics",
        "agritech",
        "energy-climate",
        "media",
        "gaming",
        "travel",
        "food",
        "real-estate",
        "hr-work",
        "marketing",
        "cybersecurity",
        "public-civic",
        "telecom",
        "industry-iot",
        "ai-data",
        "enterprise-software",
    ]


def test_languages_keep_their_bits_and_fit_the_mask() -> None:
    codes = column("languages", "code")
    assert len(codes) <= 16
    assert " ".join(codes[:12]) == "ar en fr de es tr sv nl it pt he ru"


def test_governorates_are_the_sixteen_of_iso_3166_2() -> None:
    codes = sorted(code.removeprefix("PS-") for code in column("governorates", "code"))
    assert " ".join(codes) == "BTH DEB GZA HBN JEM JEN JRH KYS NBS NGZ QQA RBH RFH SLT TBS TKM"


def test_mail_domains_are_plain_and_belong_to_one_university() -> None:
    domains = [d for cell in column("universities", "domains") for d in cell.split("|") if d]
    assert len(set(domains)) == len(domains)
    assert [d for d in domains if not re.fullmatch(r"[a-z0-9-]+(\.[a-z0-9-]+)+", d)] == []


def test_every_country_has_a_known_region() -> None:
    countries = column("regions", "country")
    assert len(countries) == 249
    assert [code for code in countries if not re.fullmatch("[A-Z]{2}", code)] == []
    assert set(column("regions", "region")) == REGIONS


@pytest.mark.parametrize(
    ("country", "region"),
    [
        ("PS", "palestine"),
        ("JO", "levant_egypt"),
        ("EG", "levant_egypt"),
        ("IL", "levant_egypt"),
        ("SA", "gulf"),
        ("MA", "maghreb"),
        ("TR", "europe"),
        ("SE", "europe"),
        ("US", "north_america"),
        ("CL", "latin_america"),
        ("MY", "asia_pacific"),
        ("ZA", "africa"),
        ("NA", "africa"),
    ],
)
def test_country_lies_where_the_diaspora_would_look(country: str, region: str) -> None:
    assert {row["country"]: row["region"] for row in rows("regions")}[country] == region
