"""Languages, studies and years of work, in both languages, out of lines."""

import pytest

from profiles.graduates.cv.finding import find
from profiles.graduates.cv.finding.languages import level_in
from profiles.graduates.cv.finding.sections import Section, heading_of
from profiles.graduates.cv.finding.vocabulary import vocabulary

pytestmark = pytest.mark.django_db
THIS_YEAR = 2026


def found_in(*lines):
    return find(list(lines), vocabulary(), this_year=THIS_YEAR)


def languages(*lines):
    return {one.code: one.level for one in found_in(*lines).languages}


@pytest.mark.parametrize(
    ("line", "spoken"),
    [
        ("English: fluent", {"en": "C1"}),
        ("العربية: اللغة الأم", {"ar": "C2"}),
        ("الإنجليزية: جيد جداً", {"en": "B2"}),
        ("انجليزي - متوسط", {"en": "B1"}),
        ("Arabic (native), English (C1), German A2", {"ar": "C2", "en": "C1", "de": "A2"}),
        ("English | IELTS 7.5", {"en": "C1"}),
        ("French: full professional proficiency", {"fr": "C1"}),
        ("Turkish", {"tr": ""}),
        ("العربية والإنجليزية بطلاقة", {"ar": "", "en": "C1"}),
    ],
)
def test_language_and_its_level_are_found(line, spoken):
    assert languages("Languages", line) == spoken


def test_level_on_the_next_line_belongs_to_the_language_before():
    assert languages("Languages", "English", "Fluent", "Arabic", "Native") == {
        "en": "C1",
        "ar": "C2",
    }


def test_language_that_is_only_mentioned_is_not_spoken():
    assert languages("Work experience", "Taught English literature in Nablus") == {}


def test_fluent_in_a_sentence_is_believed():
    assert languages("Summary", "I am fluent in English.") == {"en": "C1"}


def test_very_good_is_not_good():
    assert (level_in("جيد جدا"), level_in("جيد")) == ("B2", "B1")


@pytest.mark.parametrize(
    ("line", "slug"),
    [
        ("BSc, Birzeit University", "birzeit"),
        ("An-Najah National University, Nablus", "an-najah"),
        ("Al Najah National University", "an-najah"),
        ("جامعة بيرزيت", "birzeit"),
        ("جامعة القدس المفتوحة", "al-quds-open"),
        ("Al-Quds Open University", "al-quds-open"),
        ("جامعة فلسطين التقنية (خضوري)", "kadoorie"),
        ("الوطنية النجاح جامعة", "an-najah"),
        ("The Islamic University of Gaza", "islamic-gaza"),
    ],
)
def test_university_is_found_by_any_of_its_names(line, slug):
    assert [one.code for one in found_in("Education", line).universities] == [slug]


@pytest.mark.parametrize(
    ("line", "level", "field"),
    [
        ("B.Sc. in Computer Science", "bachelor", "computer-science"),
        ("Bachelor's degree, Software Engineering", "bachelor", "software-engineering"),
        ("ماجستير علم البيانات", "master", "data-science"),
        ("دبلوم شبكات الحاسوب", "diploma", "networks"),
        ("Electrical Engineering", "", "electrical-engineering"),
    ],
)
def test_degree_is_found_as_level_and_field(line, level, field):
    degree = found_in("Education", line).degree
    assert (degree.level, degree.code) == (level, field)


def test_highest_degree_counts():
    degree = found_in("Education", "BSc Computer Science", "MSc Data Science").degree
    assert degree.level == "master"


def test_year_of_graduation_is_the_last_beside_the_degree():
    found = found_in("Education", "BSc Computer Science", "2017 - 2021", "Work experience", "2022")
    assert found.graduation_year.code == "2021"


def test_year_far_ahead_is_no_graduation():
    assert found_in("Education", "BSc Computer Science 2049").graduation_year is None


@pytest.mark.parametrize(
    ("lines", "years"),
    [
        (["Summary", "5 years of experience in web development"], "5"),
        (["الملخص", "خبرة 3 سنوات في تطوير الويب"], "3"),
        (["Work experience", "Agency, 2019 - 2022", "Shop, 2021 – 2023"], "4"),
        (["Work experience", "Agency, 03/2023 - present"], "3"),
        (["الخبرات", "شركة ناشئة 2022 - حتى الآن"], "4"),
        (["الخبرات", "2024 - 2021 شركة ناشئة"], "3"),
    ],
)
def test_years_of_work_are_said_or_summed(lines, years):
    assert found_in(*lines).experience_years.code == years


def test_years_of_study_are_no_work():
    assert found_in("Education", "BSc, Birzeit University, 2017 - 2021").experience_years is None


@pytest.mark.parametrize(
    ("text", "section"),
    [
        ("Technical Skills", Section.SKILLS),
        ("المهارات التقنية", Section.SKILLS),
        ("Programming languages", Section.SKILLS),
        ("Languages", Section.LANGUAGES),
        ("المؤهلات العلمية", Section.EDUCATION),
        ("الخبرة العملية", Section.WORK),
        ("الهوايات", Section.ASIDE),
        ("Software engineer", None),
        ("I have many skills, among them patience", None),
    ],
)
def test_headings_are_known_in_both_languages(text, section):
    assert heading_of(text) is section


def test_suggestion_quotes_its_line_and_no_other():
    found = found_in("Salma Natsheh, Nablus, 0599 000 000", "Skills", "Python, Docker")
    assert found.lines == {2: "Python, Docker"}
