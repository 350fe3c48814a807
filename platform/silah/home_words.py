"""What the home page says: who meets whom, how, and what we keep to."""

from typing import NamedTuple

from django.utils.translation import gettext as _

Pillar = dict[str, str]


class Door(NamedTuple):
    """Who one is, what one finds; role: in which a stranger joins, "" where there are several."""

    text: str
    hint: str
    role: str
    pairings: tuple[str, ...]


def doors() -> list[Door]:
    return [
        Door(
            _("I studied technology in Palestine"),
            _("Find a job, an internship, a mentor"),
            "graduate",
            ("hiring", "internships", "mentorship"),
        ),
        Door(
            _("I live abroad and want to help"),
            _("Give advice, host an intern, invest"),
            "",
            ("mentorship", "internships", "investing"),
        ),
        Door(
            _("I hire or buy for a company"),
            _("One person, or a local firm’s team"),
            "firm",
            ("hiring", "contracting"),
        ),
        Door(
            _("I run a firm or a startup"),
            _("Win work, raise money"),
            "firm",
            ("contracting", "investing"),
        ),
    ]


def pillars() -> list[Pillar]:
    return [
        {
            "name": _("Jobs"),
            "abroad": _("Companies and diaspora‑led firms"),
            "abroad_does": _("post a job"),
            "home": _("Graduates"),
            "home_does": _("work remotely, from where they live"),
        },
        {
            "name": _("Tenders"),
            "abroad": _("Buyers of software"),
            "abroad_does": _("ask for a team"),
            "home": _("Local firms"),
            "home_does": _("win the work, unnamed until they choose"),
        },
        {
            "name": _("Internships"),
            "abroad": _("Hosts"),
            "abroad_does": _("offer a placement, remote or on site"),
            "home": _("Students and new graduates"),
            "home_does": _("get a first line on their CV"),
        },
        {
            "name": _("Investment"),
            "abroad": _("Angels and funds"),
            "abroad_does": _("say what they back and how much"),
            "home": _("Startups"),
            "home_does": _("raise what they need"),
        },
        {
            "name": _("Mentorship"),
            "abroad": _("Experienced professionals"),
            "abroad_does": _("give a bounded number of hours"),
            "home": _("Graduates and founders"),
            "home_does": _("bring a goal, leave with a next step"),
        },
    ]


def steps() -> list[tuple[str, str, str]]:
    """(tie, title, text), tie as the component draws it."""
    return [
        (
            "open",
            _("You say what you can do"),
            _("Skills, languages, hours and terms. Your name is not part of it."),
        ),
        (
            "asked",
            _("You agree to be matched"),
            _("Each way on its own, until a day you choose. Without it you appear nowhere."),
        ),
        (
            "waiting",
            _("Both sides are weighed"),
            _("What you give them counts as much as what they give you; the weaker side decides."),
        ),
        (
            "tied",
            _("You see why you fit"),
            _("Every criterion reads met, partly or not met, and what it counts for each side."),
        ),
    ]


def promises() -> list[tuple[str, str]]:
    return [
        (
            _("A badge says what was checked, and when"),
            _("“Company registration, checked on 3 Nov 2026.” Never just a tick."),
        ),
        (
            _("Your name comes third"),
            _("First what you can do, then your region, then your name, then your contact."),
        ),
        (
            _("You choose whom you never meet"),
            _(
                "A country, a sector or a named party. They are not told, and neither appears to"
                " the other."
            ),
        ),
        (
            _("A match is between two"),
            _("Only the two sides and programme staff can open the page that explains it."),
        ),
    ]
