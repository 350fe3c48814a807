"""Where the cast lives: governorates with their universities, and cities of the diaspora."""

from dataclasses import dataclass

from tests.cast.draw import Draw

HEBRON_ZONE, GAZA_ZONE = "Asia/Hebron", "Asia/Gaza"


@dataclass(frozen=True, slots=True)
class Home:
    """A governorate: its code, share of the cast, towns and where its people study."""

    code: str
    share: int
    towns: tuple[str, ...]
    universities: tuple[str, ...]
    zone: str = HEBRON_ZONE


@dataclass(frozen=True, slots=True)
class City:
    """A city abroad. `tongue` is the language of the place."""

    name: str
    country: str
    zone: str
    tongue: str
    share: int


_GAZA: tuple[str, ...] = (
    "islamic-gaza",
    "al-azhar-gaza",
    "al-aqsa",
    "ucas",
    "university-of-palestine",
)
HOMES = (
    Home("PS-JEN", 6, ("Jenin", "Qabatiya", "Yabad"), ("aaup", "an-najah", "al-quds-open")),
    Home("PS-TBS", 2, ("Tubas", "Tammun"), ("an-najah", "al-quds-open")),
    Home("PS-TKM", 5, ("Tulkarm", "Anabta"), ("kadoorie", "an-najah")),
    Home("PS-NBS", 15, ("Nablus", "Huwara", "Asira"), ("an-najah", "nablus-vocational")),
    Home("PS-QQA", 3, ("Qalqiliya", "Azzun"), ("an-najah", "al-quds-open")),
    Home("PS-SLT", 2, ("Salfit", "Bruqin"), ("an-najah", "birzeit")),
    Home("PS-RBH", 17, ("Ramallah", "Al-Bireh", "Birzeit"), ("birzeit", "al-quds", "aaup")),
    Home("PS-JRH", 1, ("Jericho",), ("al-quds", "al-istiqlal")),
    Home("PS-JEM", 6, ("Jerusalem", "Abu Dis"), ("al-quds", "birzeit")),
    Home("PS-BTH", 6, ("Bethlehem", "Beit Jala", "Beit Sahour"), ("bethlehem", "palestine-ahliya")),
    Home("PS-HBN", 13, ("Hebron", "Dura", "Halhul"), ("palestine-polytechnic", "hebron")),
    Home("PS-NGZ", 3, ("Jabalia", "Beit Lahia"), _GAZA, GAZA_ZONE),
    Home("PS-GZA", 11, ("Gaza",), _GAZA, GAZA_ZONE),
    Home("PS-DEB", 4, ("Deir Al-Balah", "Nuseirat"),
         (*_GAZA, "palestine-technical-college"), GAZA_ZONE),
    Home("PS-KYS", 4, ("Khan Yunis", "Abasan"),
         (*_GAZA, "science-technology-khan-yunis"), GAZA_ZONE),
    Home("PS-RFH", 2, ("Rafah",), _GAZA, GAZA_ZONE),
)  # fmt: skip

CITIES = (
    City("Amman", "JO", "Asia/Amman", "ar", 14),
    City("Dubai", "AE", "Asia/Dubai", "en", 12),
    City("Doha", "QA", "Asia/Qatar", "en", 7),
    City("Riyadh", "SA", "Asia/Riyadh", "ar", 8),
    City("Kuwait City", "KW", "Asia/Kuwait", "ar", 4),
    City("Beirut", "LB", "Asia/Beirut", "ar", 3),
    City("Cairo", "EG", "Africa/Cairo", "ar", 4),
    City("Istanbul", "TR", "Europe/Istanbul", "tr", 4),
    City("Berlin", "DE", "Europe/Berlin", "de", 8),
    City("Munich", "DE", "Europe/Berlin", "de", 3),
    City("London", "GB", "Europe/London", "en", 8),
    City("Stockholm", "SE", "Europe/Stockholm", "sv", 4),
    City("Malmö", "SE", "Europe/Stockholm", "sv", 2),
    City("Amsterdam", "NL", "Europe/Amsterdam", "nl", 4),
    City("Paris", "FR", "Europe/Paris", "fr", 3),
    City("Madrid", "ES", "Europe/Madrid", "es", 2),
    City("Chicago", "US", "America/Chicago", "en", 6),
    City("New York", "US", "America/New_York", "en", 5),
    City("Paterson", "US", "America/New_York", "en", 3),
    City("San Francisco", "US", "America/Los_Angeles", "en", 5),
    City("Houston", "US", "America/Chicago", "en", 3),
    City("Toronto", "CA", "America/Toronto", "en", 5),
    City("Montreal", "CA", "America/Toronto", "fr", 2),
    City("Santiago", "CL", "America/Santiago", "es", 6),
    City("São Paulo", "BR", "America/Sao_Paulo", "pt", 2),
    City("Melbourne", "AU", "Australia/Melbourne", "en", 2),
    City("Kuala Lumpur", "MY", "Asia/Kuala_Lumpur", "en", 2),
)

STREETS = ("School Street", "Market Street", "Olive Street", "Station Road", "Garden Lane")


def draw_home(draw: Draw) -> Home:
    return draw.choices(HOMES, [home.share for home in HOMES])[0]


def draw_city(draw: Draw) -> City:
    return draw.choices(CITIES, [city.share for city in CITIES])[0]


def draw_address(draw: Draw, town: str) -> str:
    return f"{draw.choice(STREETS)} {draw.randint(1, 140)}, {town}"


def draw_phone(draw: Draw, *, is_local: bool) -> str:
    """Numbers that nobody has: an unused local block, and a calling code never given out."""
    number = draw.randint(0, 99_999)
    return f"+970 590 0{number:05}" if is_local else f"+999 555 0{number:05}"
