"""Degrees and fields of study as codes, how people write them, and what they are called here."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

# From the lowest up.
LEVELS = {
    "diploma": ["diploma", "associate degree", "دبلوم", "الدبلوم"],
    "bachelor": [
        "bachelor",
        "bachelors",
        "bachelor s",
        "bsc",
        "beng",
        "ba",
        "bs",
        "b sc",
        "بكالوريوس",
        "البكالوريوس",
    ],
    "master": [
        "master",
        "masters",
        "master s",
        "msc",
        "meng",
        "ma",
        "mba",
        "m sc",
        "ماجستير",
        "الماجستير",
    ],
    "doctor": ["phd", "doctorate", "doctor of philosophy", "دكتوراه", "الدكتوراه"],
}
FIELDS = {
    "computer-science": [
        "computer science",
        "علم الحاسوب",
        "علوم الحاسوب",
        "علم الحاسب",
        "علوم الحاسب",
    ],
    "computer-engineering": [
        "computer engineering",
        "computer systems engineering",
        "هندسة الحاسوب",
        "هندسة انظمة الحاسوب",
        "هندسة الحاسب",
    ],
    "software-engineering": ["software engineering", "هندسة البرمجيات"],
    "information-technology": ["information technology", "تكنولوجيا المعلومات", "تقنية المعلومات"],
    "information-systems": [
        "information systems",
        "management information systems",
        "computer information systems",
        "نظم المعلومات",
        "نظم المعلومات الادارية",
        "نظم المعلومات الحاسوبية",
    ],
    "information-security": [
        "cybersecurity",
        "cyber security",
        "information security",
        "network security",
        "الامن السيبراني",
        "امن المعلومات",
    ],
    "networks": ["computer networks", "network engineering", "شبكات الحاسوب", "هندسة الشبكات"],
    "data-science": [
        "data science",
        "artificial intelligence",
        "data science and artificial intelligence",
        "علم البيانات",
        "علوم البيانات",
        "الذكاء الاصطناعي",
    ],
    "electrical-engineering": [
        "electrical engineering",
        "electronics engineering",
        "الهندسة الكهربائية",
        "هندسة كهربائية",
        "هندسة الكهرباء",
    ],
    "communications-engineering": [
        "communications engineering",
        "telecommunications engineering",
        "telecommunication engineering",
        "هندسة الاتصالات",
    ],
    "mechatronics": [
        "mechatronics",
        "mechatronics engineering",
        "الميكاترونكس",
        "هندسة الميكاترونكس",
    ],
    "multimedia": [
        "multimedia",
        "multimedia technology",
        "الوسائط المتعددة",
        "تكنولوجيا الوسائط المتعددة",
    ],
    "graphic-design": ["graphic design", "التصميم الجرافيكي", "التصميم الغرافيكي"],
    "mathematics": ["mathematics", "applied mathematics", "الرياضيات"],
    "physics": ["physics", "الفيزياء"],
    "business": ["business administration", "ادارة الاعمال"],
    "accounting": ["accounting", "المحاسبة"],
    "marketing": ["digital marketing", "marketing", "التسويق", "التسويق الرقمي"],
}
LEVEL_WORDS: dict[str, Promise] = {
    "diploma": _("Diploma"),
    "bachelor": _("Bachelor"),
    "master": _("Master"),
    "doctor": _("Doctorate"),
}
FIELD_WORDS: dict[str, Promise] = {
    "computer-science": _("Computer science"),
    "computer-engineering": _("Computer engineering"),
    "software-engineering": _("Software engineering"),
    "information-technology": _("Information technology"),
    "information-systems": _("Information systems"),
    "information-security": _("Information security"),
    "networks": _("Computer networks"),
    "data-science": _("Data science and artificial intelligence"),
    "electrical-engineering": _("Electrical engineering"),
    "communications-engineering": _("Communications engineering"),
    "mechatronics": _("Mechatronics"),
    "multimedia": _("Multimedia"),
    "graphic-design": _("Graphic design"),
    "mathematics": _("Mathematics"),
    "physics": _("Physics"),
    "business": _("Business administration"),
    "accounting": _("Accounting"),
    "marketing": _("Marketing"),
}


def degree_called(level: str, field: str) -> str:
    """What a profile says, in the reader's language: "Bachelor, computer engineering"."""
    parts = [
        str(words[code]) for words, code in ((LEVEL_WORDS, level), (FIELD_WORDS, field)) if code
    ]
    return _joined(parts)


def _joined(parts: list[str]) -> str:
    return str(_(", ")).join(parts)
