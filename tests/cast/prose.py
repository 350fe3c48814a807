"""What people and firms write about themselves: short, long, or nothing at all."""

from collections.abc import Mapping, Sequence

from tests.cast.draw import Draw

Texts = Mapping[str, Sequence[str]]

GRADUATE: Texts = {
    "en": (
        "I build with {skills} and I like code that the next person can read.",
        "My graduation project was a {sector} system that two local offices still use. "
        "I work with {skills}, write tests, and ask early when something is unclear.",
        "{skills}. Looking for a team I can learn from.",
        "I have worked remotely for clients in three time zones, mostly with {skills}. "
        "I keep a written log of decisions, because the electricity and the line are not always "
        "there when a meeting is. I would like to stay with one product for years, "
        "ideally in {sector}.",
        "Freelancer since my third year at university: {skills}. Now looking for steady work.",
        "Self-taught beyond the courses. Strongest in {skills}; curious about {sector}.",
    ),
    "ar": (
        "أعمل باستخدام {skills} وأحب الكود الواضح الذي يفهمه من يأتي بعدي.",
        "كان مشروع تخرجي نظامًا في مجال {sector} ما زال مستخدمًا في مكتبين محليين. "
        "أعمل باستخدام {skills}، وأكتب الاختبارات، وأسأل مبكرًا حين لا يكون الأمر واضحًا.",
        "{skills}. أبحث عن فريق أتعلم منه.",
        "عملت عن بعد مع عملاء في ثلاث مناطق زمنية، غالبًا باستخدام {skills}. "
        "أدوّن القرارات كتابةً لأن الكهرباء والإنترنت لا يحضران دائمًا مع موعد الاجتماع.",
        "عمل حر منذ السنة الثالثة في الجامعة: {skills}. أبحث الآن عن عمل ثابت.",
    ),
}
MENTOR: Texts = {
    "en": (
        "I left twenty years ago and would like to give back an hour at a time: {skills}.",
        "Team lead in {sector}. Happy to review code, CVs and plans. Bring a concrete question.",
        "I have hired and been hired across three countries. I can help with interviews, "
        "with {skills}, and with the first months in a remote team.",
        "{skills}. Short calls, honest answers.",
    ),
    "ar": (
        "أودّ أن أقدّم ما تعلمته ساعةً بعد ساعة: {skills}.",
        "أقود فريقًا في مجال {sector}. أراجع الكود والسيرة الذاتية، فأحضر سؤالًا محددًا.",
        "أساعد في التحضير للمقابلات، وفي {skills}، وفي الأشهر الأولى من العمل عن بعد.",
    ),
}
INVESTOR: Texts = {
    "en": (
        "Small first tickets, quick answers, introductions to customers in {sector}.",
        "We back founders who sell early. {sector}.",
        "Former operator. I invest alone or beside a matching grant, and I read every deck.",
    ),
    "ar": (
        "مبالغ أولى صغيرة وإجابات سريعة وتعريف بزبائن في مجال {sector}.",
        "نستثمر مع مؤسسين يبيعون مبكرًا. {sector}.",
    ),
}
LOCAL_IT: Texts = {
    "en": (
        "A delivery team for {skills}. We work in our clients' hours and in their tools.",
        "Custom software since {year}, mostly {sector}. Senior engineers lead every project.",
        "We extend teams abroad with engineers in {skills}: selected, paid and looked after "
        "here, with a lead who speaks with you every day.",
    ),
    "ar": (
        "فريق تنفيذ في {skills}. نعمل في ساعات زبائننا وبأدواتهم.",
        "برمجيات حسب الطلب منذ {year}، معظمها في مجال {sector}.",
    ),
}
STARTUP: Texts = {
    "en": (
        "We are building for {sector}: a first version is live and people pay for it.",
        "{sector}, from Palestine to the region. Built with {skills}.",
        "Three founders, one product, early revenue. {sector}.",
    ),
    "ar": (
        "نبني منتجًا في مجال {sector}: النسخة الأولى تعمل والناس يدفعون مقابلها.",
        "{sector}، من فلسطين إلى المنطقة.",
    ),
}
ABROAD: Texts = {
    "en": (
        "Software for {sector}. We hire remotely and pay on time.",
        "A product company in {sector}; our engineers work with {skills}.",
        "We have worked with teams in Palestine for years and would like to do more of it.",
    ),
    "ar": ("برمجيات في مجال {sector}. نوظّف عن بعد وندفع في الموعد.",),
}
GOALS = {
    "en": (
        "Get my first job abroad without moving.",
        "Understand how a large codebase is kept in order.",
        "Prepare for technical interviews in English.",
        "Decide between two directions before the summer.",
        "Find the first three paying customers.",
    ),
    "ar": (
        "الحصول على أول عمل عن بعد.",
        "التحضير للمقابلات التقنية بالإنجليزية.",
        "اختيار التخصص المناسب قبل الصيف.",
    ),
}


def draw_text(draw: Draw, texts: Texts, language: str, **words: str) -> str:
    """One of the texts with its words filled in; now and then nothing."""
    if draw.chance(0.1):
        return ""
    return draw.choice(texts[language]).format_map(words)
