"""Inputs for every component: a new one is shown once it stands in one of these groups."""

from datetime import date
from typing import Any

from django.contrib.messages import INFO, SUCCESS
from django.contrib.messages.storage.base import Message
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from grants.sources import Confidence, Source
from matching.views.wording import on_day
from silah import home_words
from silah.styleguide.pictures import pictures
from silah.styleguide.sample_form import answered

Group = tuple[str, str, list[tuple[str, dict[str, Any]]]]
HERE = "#m"
ON_EVERY_PAGE = (
    *("header", "navigation", "account_menu", "footer"),
    *("sprite", "theme_colour", "wordmark", "appearance_switch"),
)
"""They stand round the page itself."""
PARTS = [(250, 1000), (250, 1000), (150, 1000), (200, 500), (150, 0)]
FILLS = [1000, 1000, 1000, 500, 0]


def groups() -> list[Group]:
    """(slug, title, components with their inputs): a page each, from marks to whole pictures."""
    return [
        ("marks", _("Marks"), _marks()),
        ("forms", _("Forms"), _forms()),
        ("lists", _("Lists"), _lists()),
        ("kept", _("Saved and set aside"), _kept()),
        ("match", _("A match"), _match()),
        ("home", _("Home"), _home()),
        ("notes", _("Notes and steps"), _notes()),
        ("charts", _("Tables and charts"), [*_tables(), *pictures()]),
    ]


def _marks() -> list[tuple[str, dict[str, Any]]]:
    states = [("state", {"state": name}) for name in ("met", "partly", "not", "unknown", "veto")]
    ties = [("tie", {"state": name}) for name in ("open", "asked", "waiting", "tied")]
    tags = [
        ("tag", {"label": "Docker", "state": name}) for name in ("", "held", "in part", "missing")
    ]
    return [
        *states,
        ("mark_legend", {}),
        *ties,
        ("band", {"parts": PARTS, "side": "you", "label": _("What it gives you")}),
        ("band", {"parts": PARTS[::-1], "side": "them", "label": _("What it gives them")}),
        ("mini_band", {"fills": FILLS}),
        ("arrow", {}),
        *tags,
        ("verified", {"text": _("University e-mail, checked on 3 November")}),
    ]


def _forms() -> list[tuple[str, dict[str, Any]]]:
    form, options = answered(), _options()
    groups = [{"legend": _("Place"), "kind": "checkbox", "name": "mode", "options": options}]
    sorts = [{"value": "new", "label": _("Newest first"), "selected": True}]
    return [
        ("error_summary", {"form": form}),
        ("field", {"field": answered("alone")["city"]}),
        ("form_fields", {"form": form}),
        ("characters_left", {}),
        (
            "option_list",
            {"legend": _("Place"), "kind": "radio", "name": "place", "options": options},
        ),
        ("number_facet", {"legend": _("Hours a month"), "name": "hours", "value": "6"}),
        ("facets", {"action": HERE, "groups": groups, "active": 1, "hidden": []}),
        ("searchbar", _search()),
        ("sort", {"action": HERE, "name": "sort", "options": sorts, "hidden": []}),
        ("hidden", {"hidden": [("q", "python")]}),
    ]


def _options() -> list[dict[str, Any]]:
    return [
        {"value": "remote", "label": _("Remote"), "checked": True, "count": 121},
        {"value": "hybrid", "label": _("Hybrid"), "checked": False, "count": 14},
    ]


def _search() -> dict[str, Any]:
    label = _("Search openings")
    return {"action": HERE, "label": label, "name": "q", "value": "Python", "placeholder": ""}


def _heading() -> dict[str, Any]:
    return {
        "kind": _("Job"),
        "title": "Backend developer, Python",
        "language": "en",
        "url": HERE,
        "owner": "Lumenhaus Systems GmbH",
        "facts": [_("Remote"), _("USD %(low)s to %(high)s") % {"low": "1,500", "high": "2,400"}],
        "tags": [("Python", "held"), ("Git", "in part"), ("Docker", "missing")],
    }


def _fit() -> dict[str, Any]:
    whose = _("%(own)d for you, %(their)d for them") % {"own": 87, "their": 83}
    return {"score": 85, "whose": whose, "fills": FILLS}


def _reasons() -> dict[str, Any]:
    held = _("%(held)d of %(asked)d required skills") % {"held": 5, "asked": 6}
    return {"reasons": [("partly", held), ("met", _("Languages")), ("not", _("Sectors"))]}


def _lists() -> list[tuple[str, dict[str, Any]]]:
    chips = [(_("Remote"), HERE), ("Python", HERE)]
    card = {"line": _heading(), **_fit(), **_reasons(), "action": _("Ask"), "action_url": HERE}
    return [
        ("card_heading", {"line": _heading()}),
        ("opening_cards", {"lines": [_heading()]}),
        ("match_card", card),
        ("facts", {"facts": [_("Remote"), _("6 hours a month")]}),
        ("chip", {"label": _("Remote"), "url": HERE}),
        ("chips", {"chips": chips, "clear_url": HERE}),
        (
            "pager",
            {
                "summary": _("%(first)s to %(last)s of %(total)s")
                % {"first": 21, "last": 40, "total": 147},
                "previous_url": HERE,
                "next_url": HERE,
            },
        ),
        ("breadcrumbs", {"steps": [(_("Openings"), HERE), (_("Jobs"), None)]}),
        ("crumb", {"url": HERE, "label": _("Back to all openings")}),
    ]


def _kept() -> list[tuple[str, dict[str, Any]]]:
    title, rhythms = str(_heading()["title"]), [("weekly", _("Every week")), ("never", _("Never"))]
    search = {
        "label": "Python",
        "list": _("Openings"),
        "url": HERE,
        "change_url": HERE,
        "alerts": "weekly",
        "news": ngettext("One new", "%(new)d new", 3) % {"new": 3},
    }
    return [
        ("save_form", {"next": HERE}),
        ("save_button", {"key": "sample", "saved": set(), "title": title}),
        ("save_button", {"key": "sample", "saved": {"sample"}, "title": title}),
        (
            "save_search",
            {"list": "openings", "query": "q=python", "rhythms": rhythms, "next": HERE},
        ),
        ("saved_search", {"search": search, "rhythms": rhythms, "next": HERE}),
        ("set_aside_form", {}),
        ("set_aside_notes", {"set_aside": [{"who": "sample", "title": title}], "next": HERE}),
    ]


def _match() -> list[tuple[str, dict[str, Any]]]:
    skills = _("%(held)s; missing: %(missing)s")
    finding = skills % {"held": _reasons()["reasons"][0][1], "missing": "Docker"}
    rows = [
        {
            "label": _("Skills"),
            "finding": finding,
            "state": "partly",
            "you": (15, 20),
            "them": (25, 30),
        },
        {"label": _("Sectors"), "finding": "", "state": "not", "you": None, "them": (0, 10)},
    ]
    lifts = [
        {
            "change": "Docker",
            "url": HERE,
            "where": _("Skills, in your profile."),
            "before": 85,
            "after": 89,
        }
    ]
    sides = {"score": 85, "you": 87, "them": 83, "your_parts": PARTS, "their_parts": PARTS[::-1]}
    return [
        ("score", {"score": 85}),
        ("fit", _fit()),
        ("reasons", _reasons()),
        ("points", {"points": 15, "weight": 20}),
        ("both_sides", sides),
        ("crit_table", {"rows": rows, "together": 85, "you": 87, "them": 83}),
        ("lift_list", {"lifts": lifts}),
        ("veto", {"title": _("Languages"), "reason": _("No other criterion can make up for it.")}),
        (
            "stages",
            {"stages": [(True, _("Capability"), ""), (False, _("Name"), _("Not shown to them."))]},
        ),
        ("timeline", {"moments": _moments()}),
    ]


def _moments() -> list[dict[str, Any]]:
    return [
        {"mark": "partly", "text": _("They were reminded"), "at": on_day(date(2026, 11, 24))},
        {"mark": "met", "text": _("They accepted"), "at": on_day(date(2026, 11, 25))},
    ]


def _home() -> list[tuple[str, dict[str, Any]]]:
    doors = [(door.text, door.hint, HERE) for door in home_words.doors()]
    return [
        ("doors", {"label": _("Who are you?"), "doors": doors}),
        ("weave", {"pillars": home_words.pillars()}),
        ("steps", {"steps": home_words.steps()}),
        ("promises", {"promises": home_words.promises()}),
        ("numbers", {"numbers": [("412", _("introductions asked")), ("203", _("people met"))]}),
        ("chain", {}),
    ]


def _notes() -> list[tuple[str, dict[str, Any]]]:
    said = [
        ("", _("A plain note.")),
        ("ok", _("Saved. Undo within 30 seconds.")),
        ("warn", _("The clock was paused for 19 hours.")),
        ("bad", _("Two answers need a look.")),
    ]
    need = {
        "title": _("Two requests wait"),
        "text": _("One ends tomorrow."),
        "action": _("Answer"),
        "url": HERE,
    }
    task = {
        "label": _("Job terms"),
        "url": HERE,
        "hint": _("Unlocks hiring"),
        "state": "met",
        "word": _("Done"),
    }
    empty = {"text": _("No saved openings yet."), "url": HERE, "action": _("Read the openings")}
    return [
        *(("note", {"kind": kind, "text": text}) for kind, text in said),
        (
            "messages",
            {"messages": [Message(SUCCESS, _("Saved.")), Message(INFO, _("Nothing was changed."))]},
        ),
        ("needs_you", {"needs": [need]}),
        ("tasks", {"tasks": [task]}),
        *(("source", {"source": _source(confidence)}) for confidence in Confidence),
        ("empty_state", empty),
    ]


def _source(confidence: Confidence) -> Source:
    return Source(_("Companies Registrar"), HERE, date(2025, 11, 3), confidence)


def _tables() -> list[tuple[str, dict[str, Any]]]:
    rows = [
        [{"text": _("Mentorship")}, {"text": "24", "numeric": True}],
        [{"text": _("Investment")}, {"text": _("few"), "numeric": True}],
    ]
    columns = [(_("Pillar"), False), (_("Outcomes"), True)]
    return [("data_table", {"caption": _("Outcomes by pillar"), "columns": columns, "rows": rows})]
