"""Degrees and fields of study as codes, how people write them, and what they are called here."""

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

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
    "diploma": gettext_lazy("Diploma"),
    "bachelor": gettext_lazy("Bachelor"),
    "master": gettext_lazy("Master"),
    "doctor": gettext_lazy("Doctorate"),
}
FIELD_WORDS: dict[str, Promise] = {
    "computer-science": gettext_lazy("Computer science"),
    "computer-engineering": gettext_lazy("Computer engineering"),
    "software-engineering": gettext_lazy("Software engineering"),
    "information-technology": gettext_lazy("Information technology"),
    "information-systems": gettext_lazy("Information systems"),
    "information-security": gettext_lazy("Information security"),
    "networks": gettext_lazy("Computer networks"),
    "data-science": gettext_lazy("Data science and artificial intelligence"),
    "electrical-engineering": gettext_lazy("Electrical engineering"),
    "communications-engineering": gettext_lazy("Communications engineering"),
    "mechatronics": gettext_lazy("Mechatronics"),
    "multimedia": gettext_lazy("Multimedia"),
    "graphic-design": gettext_lazy("Graphic design"),
    "mathematics": gettext_lazy("Mathematics"),
    "physics": gettext_lazy("Physics"),
    "business": gettext_lazy("Business administration"),
    "accounting": gettext_lazy("Accounting"),
    "marketing": gettext_lazy("Marketing"),
}


def degree_called(level: str, field: str) -> str:
    """What a profile says, in the reader's language: "Bachelor, Computer engineering"."""
    if not level:
        return str(FIELD_WORDS[field])
    words = {"level": LEVEL_WORDS[level], "field": FIELD_WORDS[field]}
    return _("%(level)s, %(field)s") % words
