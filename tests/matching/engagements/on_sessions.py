"""Pages of sessions as tests read and send them."""

from typing import Any
from uuid import uuid4

from django.urls import reverse

from matching.engagements.models import Engagement, Session
from profiles.models import Profile
from tests import make
from tests.reading import logged_in


def url(row: Session, act: str = "") -> str:
    page = reverse("session", args=[row.public_id])
    return f"{page}{act}/" if act else page


def propose_url(row: Engagement) -> str:
    return reverse("propose-session", args=[row.public_id])


def read(profile: Profile, address: str, **account: Any) -> Any:
    return logged_in(make.acts_for(profile, **account)).get(address, follow=True)


def do(profile: Profile, address: str, said: dict[str, Any], **account: Any) -> Any:
    return logged_in(make.acts_for(profile, **account)).post(address, said, follow=True)


def typed(*times: str, **said: Any) -> dict[str, Any]:
    given = {f"at_{number}": at for number, at in enumerate(times, 1)}
    return {"public_id": uuid4(), "minutes": "45", "medium": "audio", **given, **said}
