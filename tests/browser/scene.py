"""A small cast on a live server, matched, and the addresses of the pages that people meet first."""

from dataclasses import dataclass

from django.conf import settings
from django.test import Client
from django.urls import reverse
from django.utils.translation import override
from playwright.sync_api import BrowserContext

from matching import runs
from matching.models import Candidacy, Opening, TopMatches
from profiles.models import User
from tests.scenarios import demo_cast

SCALE = 0.03
PAIRINGS = ("hiring", "mentorship")
GRADUATE, OWNER = "graduate", "recruiter"
OWN_JOB, RULED_OUT_JOB = "demo-job", "demo-job-on-site"


@dataclass(frozen=True, slots=True)
class Page:
    """One page: the name of its picture, its address without a language, and who reads it."""

    name: str
    path: str
    reader: str = ""

    def path_in(self, language: str) -> str:
        return self.path if language == "en" else f"/ar{self.path}"


@dataclass(frozen=True, slots=True)
class Scene:
    pages: tuple[Page, ...]
    emails: dict[str, str]

    def path(self, name: str) -> str:
        return next(page.path for page in self.pages if page.name == name)

    def pages_of(self, reader: str) -> list[Page]:
        return [page for page in self.pages if page.reader == reader]

    def log_in(self, context: BrowserContext, reader: str, site: str) -> None:
        """Give the browser the session of one of the cast; "" stays a stranger."""
        if reader:
            name, value = self._session(reader)
            cookie = {"name": name, "value": value, "url": site}
            context.add_cookies([cookie])  # type: ignore[list-item]

    def cookie_of(self, reader: str) -> dict[str, str]:
        """The header that makes a plain HTTP client one of the cast."""
        return {"Cookie": "=".join(self._session(reader))} if reader else {}

    def _session(self, reader: str) -> tuple[str, str]:
        client = Client()
        client.force_login(User.objects.get(email=self.emails[reader]))
        name = settings.SESSION_COOKIE_NAME
        return name, client.cookies[name].value


def a_scene() -> Scene:
    """Save the cast, match it, and choose a match, and a pair that is ruled out, to explain."""
    emails = {login.local_part: login.email for login in demo_cast(scale=SCALE)}
    for pairing in PAIRINGS:
        runs.run(pairing)
    search = Candidacy.objects.get(profile__user__email=emails[GRADUATE], pairing="hiring")
    best = Opening.objects.get(pk=TopMatches.objects.get(candidacy=search).ids[0])
    own = Opening.objects.get(external_id=OWN_JOB)
    with override("en"):
        return Scene(_pages(search, best, own), emails)


def _pages(search: Candidacy, best: Opening, own: Opening) -> tuple[Page, ...]:
    ruled_out = Opening.objects.get(external_id=RULED_OUT_JOB)
    return (
        Page("home", reverse("home")),
        Page("openings", reverse("openings")),
        Page("openings-filtered", f"{reverse('openings')}?mode=remote&pairing=hiring&q=python"),
        Page("openings-empty", f"{reverse('openings')}?q=zzzz&mode=telepathy"),
        Page("people", reverse("people")),
        Page("people-filtered", f"{reverse('people')}?q=python&language=en", OWNER),
        Page("people-empty", f"{reverse('people')}?q=zzzz&kind=nobody"),
        Page("firms", reverse("firms")),
        Page("startups", reverse("startups")),
        Page("opening", reverse("opening", args=[best.public_id]), GRADUATE),
        Page("opening-of-stranger", reverse("opening", args=[ruled_out.public_id])),
        Page("opening-own", reverse("opening", args=[own.public_id]), OWNER),
        Page("my-matches", reverse("my-matches"), GRADUATE),
        Page("my-matches-of-opening", f"{reverse('my-matches')}?of={own.public_id}", OWNER),
        Page("my-skills", reverse("my-skills"), GRADUATE),
        Page("match", _match(best, search), GRADUATE),
        Page("match-ruled-out", _match(ruled_out, search), GRADUATE),
        Page("match-of-owner", _match(own, search), OWNER),
        Page("log-in", reverse("account_login")),
    )


def _match(opening: Opening, candidacy: Candidacy) -> str:
    return reverse("match", args=[opening.public_id, candidacy.public_id])
