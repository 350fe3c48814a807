"""Names of firms and funds, put together from words; none of them is meant to exist."""

from tests.cast.draw import Draw

_WORDS = (
    ("Sindyan", "سنديان"), ("Zaatar", "زعتر"), ("Narjes", "نرجس"), ("Sanabel", "سنابل"),
    ("Bayyara", "بيارة"), ("Rumman", "رمان"), ("Hakoura", "حاكورة"), ("Mishmish", "مشمش"),
    ("Baydar", "بيدر"), ("Kharroub", "خروب"), ("Zanbaq", "زنبق"), ("Nawras", "نورس"),
    ("Safsaf", "صفصاف"), ("Sarees", "سريس"), ("Loz", "لوز"), ("Maramiya", "مرمية"),
    ("Jisr", "جسر"), ("Nabaa", "نبع"), ("Qandil", "قنديل"), ("Sahel", "ساحل"),
    ("Sunbula", "سنبلة"), ("Tatreez", "تطريز"), ("Hilal", "هلال"), ("Wadi", "وادي"),
    ("Saber", "صبر"), ("Shuqqa", "شقة"), ("Dalyeh", "دالية"), ("Mizan", "ميزان"),
    ("Bustan", "بستان"), ("Qamh", "قمح"), ("Rayhan", "ريحان"), ("Tayyoun", "طيون"),
)  # fmt: skip
_LOCAL = (
    ("Softworks", "للبرمجيات"), ("Code House", "بيت البرمجة"), ("Digital Works", "للأعمال الرقمية"),
    ("Data Craft", "للبيانات"), ("Systems Yard", "للأنظمة"), ("App Makers", "للتطبيقات"),
)  # fmt: skip
_PRODUCTS = (("ly", "لي"), ("Hub", "هب"), ("Pay", "باي"), ("Go", "جو"), ("Flow", "فلو"))
_ABROAD = (
    "Brightfjord", "Lumenhaus", "Kestrelvale", "Northquay", "Harborline", "Ambergrid", "Tidewell",
    "Pinecrest Loop", "Oakmere", "Silverlark", "Copperfield Nine", "Greymarsh", "Foxbridge",
    "Stellenmark", "Rivermoor", "Highgarth", "Blauwerk", "Andesline", "Lakefold", "Sandmere",
)  # fmt: skip
_ENDINGS = ("Systems", "Analytics", "Software", "Digital", "Health Tech", "Commerce", "Labs")
_FORMS = {"DE": "GmbH", "SE": "AB", "NL": "B.V.", "GB": "Ltd", "US": "Inc.", "CA": "Inc."}
_FUNDS = (("Ventures", "للاستثمار"), ("Capital", "كابيتال"), ("Seed Fund", "صندوق البذرة"))


def local_firm_name(draw: Draw, language: str) -> str:
    return _joined(draw.choice(_WORDS), draw.choice(_LOCAL), language)


def startup_name(draw: Draw, language: str) -> str:
    word, ending = draw.choice(_WORDS), draw.choice(_PRODUCTS)
    return word[1] + ending[1] if language == "ar" else word[0] + ending[0]


def diaspora_firm_name(draw: Draw, country: str) -> str:
    return _registered(f"{draw.choice(_WORDS)[0]} {draw.choice(_ENDINGS)}", country)


def international_firm_name(draw: Draw, country: str) -> str:
    return _registered(f"{draw.choice(_ABROAD)} {draw.choice(_ENDINGS)}", country)


def fund_name(draw: Draw, language: str) -> str:
    return _joined(draw.choice(_WORDS), draw.choice(_FUNDS), language)


def _joined(word: tuple[str, str], ending: tuple[str, str], language: str) -> str:
    place = 1 if language == "ar" else 0
    return f"{word[place]} {ending[place]}"


def _registered(name: str, country: str) -> str:
    return f"{name} {_FORMS.get(country, 'LLC')}"
