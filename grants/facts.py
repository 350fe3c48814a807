"""The facts that criteria ask about: what kind of answer each takes, and the words it is asked in.

A criterion, an amount and a question refer to a fact by its name here; a document that names
another is refused.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from django.utils.translation import gettext_lazy as _

from grants.rules import Value
from matching.pairings.words import Words

MOST_MONTHS, MOST_USD = 1200, Decimal(1_000_000_000)


class Kind(StrEnum):
    YES_NO = "yes_no"
    CHOICE = "choice"
    MONTHS = "months"
    COUNT = "count"
    USD = "usd"


@dataclass(frozen=True, slots=True)
class Fact:
    """kind: what an answer is: bool, a code of `choices`, int, int, or Decimal of US dollars"""

    name: str
    kind: Kind
    question: Words
    hint: Words = ""
    choices: tuple[tuple[str, Words], ...] = ()

    def takes(self, value: Value) -> bool:
        """Whether a document may compare it with this value."""
        match self.kind:
            case Kind.YES_NO:
                return isinstance(value, bool)
            case Kind.CHOICE:
                return value in dict(self.choices)
            case _:
                return isinstance(value, int | Decimal) and not isinstance(value, bool)


def _yes_no(name: str, question: Words, hint: Words = "") -> Fact:
    return Fact(name, Kind.YES_NO, question, hint)


def _choice(name: str, question: Words, *choices: tuple[str, Words], hint: Words = "") -> Fact:
    return Fact(name, Kind.CHOICE, question, hint, choices)


def _usd(name: str, question: Words, hint: Words = "") -> Fact:
    return Fact(name, Kind.USD, question, hint)


_ALL = (
    _choice(
        "registration",
        _("Is the company registered in Palestine?"),
        ("registered", _("Yes, with the Ministry of National Economy")),
        ("in_process", _("The registration is under way")),
        ("committed", _("Not yet, and we commit to register")),
        ("none", _("No, and we do not plan to")),
    ),
    _choice(
        "place",
        _("Where does the company work from?"),
        ("west_bank", _("The West Bank")),
        ("gaza", _("Gaza")),
        ("both", _("Both")),
        ("elsewhere", _("Elsewhere")),
    ),
    _choice(
        "business",
        _("What does the company do?"),
        ("it_services", _("IT services: software, data, hosting, consultancy or related")),
        ("startup", _("A startup in technology, or one that technology enables")),
        ("training", _("Training for the IT sector")),
        ("hr", _("Human-resource services for the IT sector")),
        ("other", _("Something else")),
    ),
    _yes_no("has_revenue", _("Does it have traction, and revenue already?")),
    Fact(
        "months_operating",
        Kind.MONTHS,
        _("For how many full months has it been operating?"),
        _("Operating means daily work on the business, or customers, or paid salaries. 0 if new."),
    ),
    _yes_no(
        "little_impact",
        _("Does the work have little or no effect on the environment?"),
        _("Office work is the usual case."),
    ),
    _choice(
        "skill_level",
        _("Which level of skills is it about?"),
        ("beginner", _("Beginner")),
        ("middle", _("Mid-level")),
        ("advanced", _("Advanced")),
    ),
    _choice(
        "candidate",
        _("Who is the person?"),
        ("late_student", _("A student in the last two years of university")),
        ("early_student", _("A student before that")),
        ("graduate", _("A university graduate")),
        ("diploma", _("Somebody with an IT diploma or certificate")),
        ("other", _("Somebody else")),
    ),
    _yes_no("is_new_hire", _("Is the person newly hired by the company?")),
    _yes_no("studies_it", _("Is the degree related to IT?")),
    _yes_no("has_work_plan", _("Is there a plan for the training and the work?")),
    _yes_no("evaluates_monthly", _("Does the company evaluate the intern every month?")),
    _choice(
        "contract",
        _("Which contract does the person get?"),
        ("full_time", _("Full-time, a short term included")),
        ("part_time", _("Part-time")),
        ("none", _("No contract")),
    ),
    _yes_no("has_interviewed", _("Have the interns been interviewed and listed already?")),
    _yes_no("skills_on_list", _("Are the skills on the programme's list?")),
    _yes_no(
        "has_local_job",
        _("Does the person have a full-time contract with a local company now?"),
        _("A contract that is signed for this project does not count."),
    ),
    _yes_no(
        "has_letter_of_intent",
        _("Is there a letter of intent, or a soft contract, with an international buyer?"),
    ),
    _yes_no("buyer_approved", _("Has the buyer approved the person?")),
    _yes_no("pays_overheads", _("Does the company pay the overheads?")),
    _choice(
        "expert_origin",
        _("Where is the expert from?"),
        ("diaspora", _("From the Palestinian diaspora")),
        ("international", _("From abroad")),
        ("israel", _("From the Arab Palestinian community in Israel")),
        ("local", _("From the West Bank or Gaza")),
    ),
    _yes_no("is_senior", _("Does the expert have senior technical or leadership experience?")),
    _yes_no("builds_capacity", _("Does the expert build the capacity of a Palestinian IT firm?")),
    _yes_no("is_foreign", _("Is the entity, or the founder, foreign?")),
    _yes_no("is_new_operation", _("Is it a new IT operation in the West Bank or Gaza?")),
    _yes_no("is_new_training_company", _("Is it a new training company in the West Bank?")),
    _yes_no(
        "has_training_partner", _("Does the local firm partner with an international provider?")
    ),
    _yes_no("trains_for_it", _("Does it commit to train for the IT sector?")),
    _yes_no(
        "has_memoranda",
        _("Are there memoranda of understanding with companies, or with PITA?"),
        _("PITA is the Palestinian Information Technology Association of Companies."),
    ),
    _yes_no(
        "is_new_hr_provider",
        _("Is it a new provider of human-resource services for the IT sector?"),
    ),
    _yes_no("upgrades_infrastructure", _("Is it to upgrade IT business infrastructure?")),
    _yes_no(
        "enters_markets",
        _("Can it enter a regional or international market within 3 to 6 months?"),
    ),
    _yes_no("women_led", _("Is it owned or managed by women?")),
    _yes_no("raises_privately", _("Does it raise private money in this round?")),
    _usd("eligible_cost", _("What does it cost, in US dollars?")),
    _usd(
        "outside_money",
        _("How much outside money is confirmed, in US dollars?"),
        _("Confirmed by both sides. Grants and public money do not count."),
    ),
    _usd("own_money", _("How much does the company pay itself, in US dollars?")),
    _usd("monthly_cost", _("What does the person cost a month, in US dollars?")),
    Fact("months", Kind.MONTHS, _("For how many months?")),
    Fact("heads", Kind.COUNT, _("For how many people?")),
)
FACTS: Mapping[str, Fact] = {fact.name: fact for fact in _ALL}
