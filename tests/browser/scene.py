"""A small cast on a live server, matched, and the addresses of the pages that people meet first."""

from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

from django.conf import settings
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override
from playwright.sync_api import BrowserContext

from grants.actions.checking import as_json
from grants.answers import KEY
from matching import runs
from matching.models import Candidacy, Opening, TopMatches
from matching.queries.exclusions import openings_apart_from
from profiles.firms.models import Vouch
from profiles.firms.vouching import vouch
from profiles.models import Profile, User
from tests import make
from tests.browser.desks import OWN_JOB, desks, keep_things
from tests.browser.engaging import engaged
from tests.browser.granting import ANSWERS, READERS, granted
from tests.browser.meeting import introduced
from tests.browser.mentoring import mentored
from tests.browser.recommending import recommended
from tests.browser.recording import recorded
from tests.browser.setting_up import set_up_pages
from tests.browser.tendering import answered
from tests.scenarios import demo_cast

SCALE = 0.03
PAIRINGS = ("hiring", "mentorship", "investing", "contracting")
GRADUATE, OWNER = "graduate", "recruiter"
GUIDE = ("marks", "forms", "lists", "kept", "match", "home", "notes", "charts")
RULED_OUT_JOB = "demo-job-on-site"


@dataclass(frozen=True, slots=True)
class Page:
    """One page: its picture's name, its address without a language, its reader and its answer."""

    name: str
    path: str
    reader: str = ""
    status: int = HTTPStatus.OK

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
            user = User.objects.get(email=self.emails[reader])
            enter(context, user, site, **ANSWERS.get(reader, {}))

    def cookie_of(self, reader: str) -> dict[str, str]:
        """The header that makes a plain HTTP client one of the cast."""
        if not reader:
            return {}
        user = User.objects.get(email=self.emails[reader])
        return {"Cookie": "=".join(session_of(user, **ANSWERS.get(reader, {})))}


def enter(context: BrowserContext, user: User, site: str, **answers: Any) -> None:
    """Give the browser a session of this account, with these answers about grants."""
    name, value = session_of(user, **answers)
    context.add_cookies([{"name": name, "value": value, "url": site}])


def session_of(user: User, **answers: Any) -> tuple[str, str]:
    """Name and value of the cookie of a new session of this account."""
    client = Client()
    client.force_login(user)
    session = client.session
    session[KEY] = as_json(answers)
    session.save()
    name = settings.SESSION_COOKIE_NAME
    return name, client.cookies[name].value


def a_scene() -> Scene:
    """Save the cast, match it, and choose a match, and a pair that is ruled out, to explain."""
    emails = {login.local_part: login.email for login in demo_cast(scale=SCALE)}
    emails |= dict.fromkeys(READERS, emails[OWNER])
    for pairing in PAIRINGS:
        runs.run(pairing)
    search = Candidacy.objects.get(profile__user__email=emails[GRADUATE], pairing="hiring")
    best = Opening.objects.get(pk=TopMatches.objects.get(candidacy=search).ids[0])
    own = Opening.objects.get(external_id=OWN_JOB)
    make.has_a_cv(search.profile)
    _vouched_for(User.objects.get(email=emails["local.firm"]))
    with override("en"):
        addresses = keep_things(emails)
        pages = _pages(search, best, own)
        told = [
            *desks(addresses),
            *introduced(search, own, _others(search, own)),
            *answered(emails),
            *recommended(own.owner),
            *mentored(emails),
            *engaged(search, own, emails),
            *set_up_pages(search.profile.user),
            *recorded(emails),
            *granted(User.objects.get(email=emails[OWNER])),
        ]
        return Scene(pages + tuple(Page(*page) for page in told), emails)


def _vouched_for(user: User) -> None:
    """Staff checked every fact of the firm that somebody of the cast acts for."""
    firm = Profile.objects.get(firm__members__user=user)
    for fact, number in ((Vouch.Fact.REGISTERED, None), (Vouch.Fact.STAFF, 34)):
        day = timezone.localdate()
        vouch(profile=firm, fact=fact, number=number, checked_on=day, by_id=None)


def _others(search: Candidacy, own: Opening) -> list[Opening]:
    """Further jobs whose owners the graduate may meet, and has nothing with yet."""
    jobs = Opening.objects.open().filter(pairing="hiring").exclude(pk=own.pk)
    jobs = jobs.exclude(introductions__candidacy=search)
    return list(jobs.exclude(openings_apart_from(search)).order_by("pk")[:4])


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
        Page("teams", reverse("teams"), OWNER),
        Page("teams-empty", f"{reverse('teams')}?people=1000"),
        Page("startups", reverse("startups")),
        Page("opening", reverse("opening", args=[best.public_id]), GRADUATE),
        Page("opening-of-stranger", reverse("opening", args=[ruled_out.public_id])),
        Page("opening-own", reverse("opening", args=[own.public_id]), OWNER),
        Page("my-matches", reverse("my-matches"), GRADUATE),
        Page("my-matches-of-opening", f"{reverse('my-matches')}?of={own.public_id}", OWNER),
        Page("my-skills", reverse("my-skills"), GRADUATE),
        Page("cv", reverse("my-cv"), GRADUATE),
        Page("cv-review", reverse("my-cv-review"), GRADUATE),
        Page("match", _match(best, search), GRADUATE),
        Page("match-ruled-out", _match(ruled_out, search), GRADUATE),
        Page("match-of-owner", _match(own, search), OWNER),
        Page("log-in", reverse("account_login")),
        *_own_openings(search, own),
        *_own_profile(),
        Page("profile", _profile(search.profile), OWNER),
        Page("profile-of-firm", _profile(best.owner), GRADUATE),
        Page("as-others-see-me", f"{reverse('as-others-see-me')}?as=firm", GRADUATE),
        Page("as-a-stranger-sees-me", reverse("as-others-see-me"), GRADUATE),
        Page("privacy", reverse("privacy"), GRADUATE),
        Page("privacy-found", _setting(search.profile, "found"), GRADUATE),
        Page("privacy-name", _setting(search.profile, "name"), GRADUATE),
        Page("privacy-countries", _setting(search.profile, "countries"), GRADUATE),
        Page("privacy-sectors", _setting(search.profile, "sectors"), GRADUATE),
        Page("privacy-names", _setting(search.profile, "names"), GRADUATE),
        Page("vanish", reverse("vanish"), GRADUATE),
        Page("join", reverse("join")),
        Page("sign-up", f"{reverse('account_signup')}?role=mentor"),
        Page("log-in-by-code", reverse("account_request_login_code")),
        Page("new-password", reverse("account_reset_password")),
        Page("account", reverse("account-settings"), GRADUATE),
        Page("roles", reverse("roles"), GRADUATE),
        Page("sessions", reverse("usersessions_list"), GRADUATE),
        Page("e-mail", reverse("account_email"), GRADUATE),
        Page("password", reverse("account_change_password"), GRADUATE),
        Page("second-factor", reverse("mfa_index"), GRADUATE),
        Page("passkeys", reverse("mfa_list_webauthn"), GRADUATE),
        Page("is-it-you", reverse("account_reauthenticate"), GRADUATE),
        Page("sign-in-through-others", reverse("socialaccount_connections"), GRADUATE),
        Page("log-out", reverse("account_logout"), GRADUATE),
        Page("styleguide", reverse("styleguide")),
        *(Page(f"styleguide-{slug}", reverse("styleguide-group", args=[slug])) for slug in GUIDE),
    )


def _own_openings(search: Candidacy, own: Opening) -> tuple[Page, ...]:
    """The pages on which openings and consent are made; one job is a draft with nothing said."""
    draft = Opening.objects.create(pairing="hiring", owner=own.owner)
    return (
        Page("my-openings", reverse("my-openings"), OWNER),
        Page("my-openings-of-graduate", reverse("my-openings"), GRADUATE),
        Page("opening-begun", reverse("new-opening", args=["hiring"]), OWNER),
        Page("consent-begun", reverse("new-candidacy", args=["hiring"]), GRADUATE),
        *(
            Page(f"opening-{slug}", reverse("edit-opening", args=[own.public_id, slug]), OWNER)
            for slug in ("about", "skills", "skill-levels", "place", "pay", "fit", "closing")
        ),
        Page("opening-incomplete", reverse("check-opening", args=[draft.public_id]), OWNER),
        Page("opening-checked", reverse("check-opening", args=[own.public_id]), OWNER),
        Page("consent-checked", reverse("check-candidacy", args=[search.public_id]), GRADUATE),
        Page("opening-to-close", reverse("move-opening", args=[own.public_id, "close"]), OWNER),
    )


def _own_profile() -> tuple[Page, ...]:
    """A graduate's task list, check page and questions, and those that only a firm is asked."""
    questions = ("name", "where", "study", "headline", "skills", "languages", "availability")
    return (
        Page("my-profile", reverse("my-profile"), GRADUATE),
        Page("check-answers", reverse("profile-check"), GRADUATE),
        *(Page(f"question-{slug}", _question(slug), GRADUATE) for slug in questions),
        *(Page(f"question-{slug}", _question(slug), OWNER) for slug in ("type", "named", "size")),
    )


def _question(slug: str) -> str:
    return reverse("profile-question", args=[slug])


def _profile(profile: Profile) -> str:
    return reverse("profile", args=[profile.public_id])


def _setting(profile: Profile, slug: str) -> str:
    return reverse("privacy-setting", args=[profile.public_id, slug])


def _match(opening: Opening, candidacy: Candidacy) -> str:
    return reverse("match", args=[opening.public_id, candidacy.public_id])
