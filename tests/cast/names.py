"""First and family names as Palestinians bear them, in Latin and Arabic letters; all invented."""

from dataclasses import dataclass

from tests.cast.draw import Draw


@dataclass(frozen=True, slots=True)
class Name:
    latin: str
    arabic: str
    is_female: bool

    def written(self, language: str) -> str:
        return self.arabic if language == "ar" else self.latin

    def address(self, number: int) -> str:
        """An e-mail address under a domain that is reserved for examples."""
        letters = self.latin.lower().replace(" ", ".")
        local = "".join(sign for sign in letters if sign.isalpha() or sign == ".")
        return f"{local}.{number}@example.org"


def _pairs(text: str) -> tuple[tuple[str, str], ...]:
    pairs = (entry.split(":") for entry in text.replace("\n", " ").split(","))
    return tuple((latin.strip(), arabic.strip()) for latin, arabic in pairs)


FEMALE = _pairs("""Aya:آية, Alaa:آلاء, Asma:أسماء, Amani:أماني, Areej:أريج, Ahlam:أحلام, Bayan:بيان,
Batoul:بتول, Dalia:داليا, Dana:دانا, Deema:ديما, Doaa:دعاء, Duha:ضحى, Farah:فرح, Fatima:فاطمة,
Ghada:غادة, Haneen:حنين, Haya:هيا, Heba:هبة, Hanan:حنان, Iman:إيمان, Israa:إسراء, Jana:جنى,
Jumana:جمانة, Khulud:خلود, Lama:لمى, Lana:لانا, Layan:ليان, Leen:لين, Lina:لينا, Lubna:لبنى,
Maha:مها, Manar:منار, Maram:مرام, Mariam:مريم, Maysa:ميساء, Mona:منى, Nadine:نادين, Najwa:نجوى,
Noor:نور, Nour:نور, Ola:علا, Rahaf:رهف, Rana:رنا, Rania:رانيا, Rasha:رشا, Razan:رزان, Reem:ريم,
Rima:ريما, Rawan:روان, Ruba:ربى, Safa:صفاء, Sahar:سحر, Salma:سلمى, Samah:سماح, Sara:سارة,
Shahd:شهد, Shatha:شذى, Shireen:شيرين, Suha:سها, Tala:تالا, Tasneem:تسنيم, Wafa:وفاء, Yara:يارا,
Yasmeen:ياسمين, Zeina:زينة""")

MALE = _pairs("""Abdallah:عبد الله, Ahmad:أحمد, Adham:أدهم, Adnan:عدنان, Ali:علي, Amer:عامر,
Amjad:أمجد, Anas:أنس, Ayman:أيمن, Bahaa:بهاء, Baraa:براء, Basel:باسل, Bilal:بلال, Diaa:ضياء,
Fadi:فادي, Faris:فارس, Firas:فراس, George:جورج, Hamza:حمزة, Hani:هاني, Hasan:حسن, Hazem:حازم,
Hisham:هشام, Husam:حسام, Ibrahim:إبراهيم, Iyad:إياد, Issa:عيسى, Jamal:جمال, Jawad:جواد,
Karim:كريم, Khaled:خالد, Laith:ليث, Louay:لؤي, Mahmoud:محمود, Majd:مجد, Marwan:مروان,
Mohammad:محمد, Moath:معاذ, Mousa:موسى, Munther:منذر, Nabil:نبيل, Nasser:ناصر, Nidal:نضال,
Odai:عدي, Omar:عمر, Osama:أسامة, Qais:قيس, Qusai:قصي, Rami:رامي, Raed:رائد, Rakan:راكان,
Saleem:سليم, Sameh:سامح, Samer:سامر, Tamer:تامر, Tareq:طارق, Wael:وائل, Waleed:وليد,
Wesam:وسام, Yazan:يزن, Yousef:يوسف, Zaid:زيد, Ziad:زياد""")

FAMILIES = _pairs("""Abdelhadi:عبد الهادي, Abu Aisheh:أبو عيشة, Abu Eid:أبو عيد, Abu Ghosh:أبو غوش,
Abu Hijleh:أبو حجلة, Abu Khalil:أبو خليل, Abu Lebdeh:أبو لبدة, Abu Sharekh:أبو شرخ,
Abu Zahra:أبو زهرة, Alawneh:علاونة, Alian:عليان, Amro:عمرو, Anabtawi:عنبتاوي, Arafat:عرفات,
Asfour:عصفور, Ashour:عاشور, Awad:عوض, Awwad:عواد, Badran:بدران, Baker:بكر, Barakat:بركات,
Barghouthi:البرغوثي, Batniji:البطنيجي, Dabbas:دباس, Daher:ضاهر, Dahdal:دحدل, Dajani:الدجاني,
Daraghmeh:دراغمة, Dwaik:دويك, Farraj:فراج, Ghanem:غانم, Ghannam:غنام, Habash:حبش, Haddad:حداد,
Hammad:حماد, Hamdan:حمدان, Handal:حنضل, Hijazi:حجازي, Husseini:الحسيني, Ishtayeh:اشتية,
Jaber:جابر, Jaradat:جرادات, Jarrar:جرار, Kanaan:كنعان, Khatib:الخطيب, Khoury:خوري, Lubbad:لبد,
Maali:معالي, Madhoun:المدهون, Maraqa:مرقة, Masri:المصري, Masoud:مسعود, Mansour:منصور,
Musallam:مسلم, Muhtaseb:المحتسب, Nasrallah:نصر الله, Nassar:نصار, Natsheh:النتشة, Nazzal:نزال,
Odeh:عودة, Qaddoumi:القدومي, Qasem:قاسم, Qawasmi:القواسمي, Rabaya:ربايعة, Radi:راضي,
Rajabi:الرجبي, Safadi:الصفدي, Salameh:سلامة, Salman:سلمان, Samara:سمارة, Sawalha:صوالحة,
Shaath:شعث, Shaheen:شاهين, Shami:الشامي, Sharabati:الشرباتي, Shawwa:الشوا, Shraim:شريم,
Sous:سوس, Tahboub:طهبوب, Tamimi:التميمي, Taweel:الطويل, Yaish:يعيش, Zaghloul:زغلول,
Zakarneh:زكارنة, Zaqout:زقوت, Zeidan:زيدان""")


def draw_name(draw: Draw) -> Name:
    is_female = draw.chance(0.5)
    first, family = draw.choice(FEMALE if is_female else MALE), draw.choice(FAMILIES)
    return Name(f"{first[0]} {family[0]}", f"{first[1]} {family[1]}", is_female)
