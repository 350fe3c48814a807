"""What openings say: titles and descriptions by pairing, in English and some in Arabic."""

from tests.cast.prose import Texts

JOB: Texts = {
    "en": (
        "You join a team of {team} and own features from the first talk to the release. "
        "We use {skills}. Code is reviewed, tests run on every change, nobody works at night.",
        "{skills}. Remote with a daily call. Two interviews and a paid half-day of work.",
        "Our product serves customers in {sector}. We look for someone who writes clearly, "
        "knows {skills}, and says when a plan is wrong.\n\n"
        "What you will do:\n- build and maintain our services\n- review the code of others\n"
        "- help us answer customers\n\n"
        "What we offer: a contract in writing, pay on the 25th, equipment, a learning budget "
        "and holidays on the Palestinian calendar.",
        "Short project first, a permanent place if both sides are happy. {skills}.",
    ),
    "ar": (
        "تنضم إلى فريق من {team} أشخاص وتتولى الميزات من الفكرة حتى الإطلاق. نستخدم {skills}.",
        "{skills}. العمل عن بعد مع لقاء يومي قصير. مقابلتان ونصف يوم عمل مدفوع.",
        "يخدم منتجنا زبائن في مجال {sector}. نبحث عمّن يكتب بوضوح ويعرف {skills}.",
    ),
}
PLACEMENT: Texts = {
    "en": (
        "An internship with a named mentor, a real task and feedback every week. {skills}.",
        "You need the basics of {skills}; the rest you learn with us. Open to final-year "
        "students. A certificate and a reference at the end, a job for those who shine.",
        "{skills}. Part of a team in {sector}, never alone with a task.",
    ),
    "ar": (
        "تدريب بإشراف موجّه محدد ومهمة حقيقية وملاحظات كل أسبوع. {skills}.",
        "نطلب أساسيات {skills} والباقي تتعلمه معنا. متاح لطلبة السنة الأخيرة.",
    ),
}
TENDER: Texts = {
    "en": (
        "We need a team that takes over a running product: {skills}. Handover in month one, "
        "own responsibility from month three. Payment monthly against timesheets.",
        "Staff augmentation for {sector}: {skills}. A lead on your side, sprint reviews with us.",
        "Fixed scope, {skills}. Offers with a short plan and two references, please.",
    ),
    "ar": ("نبحث عن فريق يتولى منتجًا قائمًا: {skills}. الدفع شهريًا وفق ساعات العمل.",),
}
MANDATE: Texts = {
    "en": (
        "First cheque into teams with a working product. {sector}.",
        "We lead or follow, and we answer within two weeks. {sector}.",
        "Open to co-investing beside matching grants. No fee for reading your deck.",
    ),
    "ar": ("أول استثمار في فرق لديها منتج يعمل. {sector}.",),
}
OFFER: Texts = {
    "en": (
        "A call every other week. Bring your code, your CV or your plan. {skills}.",
        "I can help with {skills} and with life in a remote team.",
        "Tell me in three lines what you want to reach; I answer within two days.",
    ),
    "ar": (
        "لقاء كل أسبوعين. أحضر الكود أو السيرة الذاتية أو الخطة. {skills}.",
        "أساعد في {skills} وفي الحياة داخل فريق يعمل عن بعد.",
    ),
}

SENIORITY_WORDS = {0: "Trainee", 1: "Junior", 2: "", 3: "Senior", 4: "Lead"}
INTERN = {"en": "Internship: {craft}", "ar": "تدريب: {craft}"}
TEAM = {"en": "Team of {heads}: {craft}", "ar": "فريق من {heads}: {craft}"}
TICKETS = {"en": "{stage} investments in {sector}", "ar": "استثمار في {sector}"}
MENTORING = {"en": "Mentoring: {craft}", "ar": "إرشاد: {craft}"}
