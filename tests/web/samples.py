"""One sample of inputs for every component; texts are digits, so that only our own words show."""

from datetime import date
from typing import Any

from django import forms
from django.contrib.messages import ERROR, SUCCESS
from django.contrib.messages.storage.base import Message

from grants.sources import Confidence, Source
from profiles.models import User

OPTIONS = [
    {"value": "1", "label": "11", "checked": True, "count": 41},
    {"value": "2", "label": "12", "checked": False},
]
HEADING = {
    "kind": "1",
    "title": "2",
    "url": "/2/",
    "owner": "3",
    "facts": ["4", "5"],
    "tags": [("6", "held"), ("7", "in part"), ("8", "missing"), ("9", "")],
}
FIT = {"score": 85, "whose": "1", "fills": [1000, 500, 0]}
REASONS = [("met", "1"), ("partly", "2"), ("not", "3"), ("unknown", "4"), ("veto", "5")]
PARTS = [(600, 1000), (400, 250)]
HIDDEN = [("q", "1234")]
RHYTHMS = [("weekly", "1"), ("never", "2")]


class SampleForm(forms.Form):
    number = forms.IntegerField(label="1", help_text="2")
    choice = forms.ChoiceField(label="3", choices=[("1", "4")], widget=forms.RadioSelect)
    tick = forms.BooleanField(label="5", required=False)
    token = forms.CharField(widget=forms.HiddenInput, required=False)


def bound_form() -> SampleForm:
    return SampleForm({"number": "1"})


SAMPLES: dict[str, dict[str, Any]] = {
    "appearance_switch": {"action": "/appearance/", "scheme": "dark", "next": "/1/"},
    "arrow": {},
    "band": {"parts": PARTS, "side": "you", "label": "1"},
    "both_sides": {
        "score": 85,
        "you": 87,
        "them": 83,
        "your_parts": PARTS,
        "their_parts": [(1000, 0)],
    },
    "breadcrumbs": {"steps": [("1", "/1/"), ("2", None)]},
    "card_heading": {"line": HEADING},
    "chain": {},
    "characters_left": {},
    "chip": {"label": "1", "url": "/1/"},
    "chips": {"chips": [("1", "/1/"), ("2", "/2/")], "clear_url": "/"},
    "crit_table": {
        "rows": [
            {"label": "1", "finding": "2", "state": "met", "you": (15, 15), "them": None},
            {"label": "3", "finding": "4", "state": "veto", "you": None, "them": (0, 20)},
        ],
        "together": 85,
        "you": 87,
        "them": 83,
    },
    "crumb": {"url": "/1/", "label": "1"},
    "data_table": {
        "caption": "1",
        "columns": [("2", False), ("3", True)],
        "rows": [[{"text": "4", "url": "/4/", "hint": "5"}, {"text": "6", "numeric": True}]],
    },
    "doors": {"label": "1", "doors": [("2", "3", "/4/")]},
    "empty_state": {"title": "1", "text": "2", "url": "/3/", "action": "4"},
    "error_summary": {"form": bound_form()},
    "facets": {
        "action": "/",
        "groups": [{"legend": "1", "kind": "checkbox", "name": "p", "options": OPTIONS}],
        "active": 2,
        "hidden": HIDDEN,
    },
    "facts": {"facts": ["1", "2"]},
    "field": {"field": bound_form()["choice"]},
    "fit": FIT,
    "footer": {"scheme": "light"},
    "form_fields": {"form": bound_form()},
    "account_menu": {"user": User()},
    "header": {},
    "navigation": {},
    "hidden": {"hidden": HIDDEN},
    "lift_list": {
        "lifts": [
            {"change": "1", "url": "/1/", "where": "2", "before": 85, "after": 89},
            {"change": "3", "before": 85, "after": 90},
        ]
    },
    "mark_legend": {},
    "match_card": {
        "line": HEADING,
        **FIT,
        "reasons": REASONS,
        "action": "1",
        "action_url": "/1/",
        "pair": "1",
        "may_set_aside": True,
    },
    "messages": {"messages": [Message(SUCCESS, "1"), Message(ERROR, "2")]},
    "mini_band": {"fills": [1000, 400]},
    "needs_you": {"needs": [{"title": "1", "text": "2", "action": "3", "url": "/4/"}]},
    "note": {"kind": "warn", "title": "1", "text": "2", "url": "/3/", "action": "4"},
    "number_facet": {"legend": "1", "name": "2", "value": "3"},
    "numbers": {"numbers": [("3", "1"), ("14", "2")]},
    "opening_cards": {"lines": [{**HEADING, "key": "1"}], "saved": set()},
    "option_list": {"legend": "1", "kind": "radio", "name": "p", "options": OPTIONS},
    "pager": {"summary": "1", "previous_url": "/1/", "next_url": "/2/"},
    "points": {"points": 15, "weight": 20},
    "promises": {"promises": [("1", "2")]},
    "reasons": {"reasons": REASONS},
    "save_button": {"key": "1", "saved": {"1"}, "title": "2"},
    "save_form": {"next": "/1/"},
    "save_search": {"list": "1", "query": "2", "rhythms": RHYTHMS, "next": "/1/"},
    "saved_search": {
        "search": {
            "label": "1",
            "list": "2",
            "url": "/3/",
            "change_url": "/4/",
            "alerts": "weekly",
            "news": "5",
        },
        "rhythms": RHYTHMS,
        "next": "/1/",
    },
    "score": {"score": 85},
    "searchbar": {"action": "/", "label": "1", "name": "q", "value": "2", "placeholder": "3"},
    "set_aside_form": {},
    "set_aside_notes": {"set_aside": [{"who": "1", "title": "2"}], "next": "/1/"},
    "sort": {
        "action": "/",
        "name": "sort",
        "options": [{"value": "1", "label": "2", "selected": True}],
        "hidden": HIDDEN,
    },
    "sprite": {},
    "stages": {"stages": [(True, "1", "2"), (False, "3", "4")]},
    "source": {"source": Source("1", "/2/", date(2020, 1, 2), Confidence.OUTDATED)},
    "state": {"state": "partly"},
    "steps": {"steps": [("open", "1", "2"), ("asked", "3", "4"), ("tied", "5", "6")]},
    "tag": {"label": "1", "state": "missing"},
    "tasks": {"tasks": [{"label": "1", "url": "/2/", "hint": "3", "state": "met", "word": "4"}]},
    "theme_colour": {"scheme": "auto"},
    "timeline": {"moments": [{"mark": "met", "text": "1", "at": "2"}]},
    "tie": {"state": "waiting", "small": True},
    "verified": {"text": "1"},
    "veto": {"title": "1", "reason": "2", "url": "/3/", "action": "4"},
    "weave": {
        "pillars": [
            {"name": "1", "abroad": "2", "abroad_does": "3", "home": "4", "home_does": "5"},
            {"name": "6", "abroad": "7", "abroad_does": "8", "home": "9", "home_does": "10"},
        ]
    },
    "wordmark": {"css": "logo-big"},
}
