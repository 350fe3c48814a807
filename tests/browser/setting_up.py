"""The checklist and the adviser, with nothing done, something done, and a route that is blocked."""

from typing import Any

from django.urls import reverse
from django.utils import timezone

from grants.routes.actions import state
from grants.setting_up.actions import tick
from profiles.models import User

GRADUATE = "graduate"


def set_up_pages(graduate: User) -> list[tuple[Any, ...]]:
    """(name, address, reader) of each page; direct employment does not work from Germany."""
    tick(steps=["law", "name", "form"], by_id=graduate.pk)
    blocked_from_germany()
    founder, foreign = (reverse("set-up-steps", args=[who]) for who in ("founder", "foreign"))
    routes = reverse("routes")
    return [
        ("set-up", reverse("set-up")),
        ("set-up-founder", founder),
        ("set-up-founder-begun", founder, GRADUATE),
        ("set-up-branch", foreign),
        ("routes", routes),
        ("routes-of-a-pair", f"{routes}?country=DE&place=gaza"),
        ("routes-nothing-known", f"{routes}?country=SE&place=elsewhere"),
        ("routes-mistyped", f"{routes}?country=XX&place=moon"),
    ]


def blocked_from_germany() -> None:
    state(
        said={
            "slug": "direct-from-germany",
            "route": "direct",
            "employer_country": "DE",
            "kind": "caution",
            "blocks": True,
            "text_en": "An invented fact of the scene: it does not work from there.",
            "text_ar": "حقيقة مختلقة للمشهد: لا يصلح ذلك من هناك.",
            "source_en": "Scene",
            "source_ar": "المشهد",
            "source_url": "https://example.org/",
            "confidence": "secondary",
            "checked_on": timezone.localdate().replace(year=timezone.localdate().year - 2, day=1),
        },
        by_id=None,
    )
