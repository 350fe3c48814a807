"""Whole walks: from a stranger at the door to being found, matched, or shown what fits.

Through the pages and the mails only, each in both languages, with scripts on and off.
"""

import pytest
from django.core.cache import cache
from playwright.sync_api import expect
from pytest_django.live_server_helper import LiveServer

from matching.models import Opening
from silah import env
from tests import make
from tests.browser.conftest import Open
from tests.browser.corners import corners
from tests.browser.staffing import verify_in_admin
from tests.browser.walking import Walker
from tests.matching.introductions.telling import news_arrives
from tests.profiles.cv import papers

pytestmark = pytest.mark.usefixtures("_own_connections", "transactional_db")

DESKTOP, PHONE = 1280, 360
NAME = {"en": "Sami Khoury", "ar": "سامي خوري"}
CV = {"name": "cv.docx", "mimeType": "application/octet-stream", "buffer": papers.word()}


@pytest.fixture(autouse=True)
def _in_a_demo(monkeypatch: pytest.MonkeyPatch, transactional_db: None) -> None:
    """Its mail is read at /demo/mail/; login limits are counted in a table no test empties."""
    cache.clear()
    monkeypatch.setattr(env, "DEMO", True)


class Town:
    """Where the walks happen: browsers of strangers, staff at their desk, and the news."""

    def __init__(self, open_context: Open, site: str, language: str, scripts: bool) -> None:
        self.open_context, self.site = open_context, site
        self.language, self.scripts = language, scripts

    def stranger(self) -> Walker:
        width = DESKTOP if self.scripts else PHONE
        context = self.open_context(width=width, scripts=self.scripts)
        return Walker(context.new_page(), self.language)

    def staff_verify(self, headline: str) -> None:
        context = self.open_context(scripts=self.scripts)
        verify_in_admin(context, self.site, self.language, headline)
        news_arrives()


@pytest.fixture
def town(open_context: Open, live_server: LiveServer, language: str, scripts: bool) -> Town:
    return Town(open_context, live_server.url, language, scripts)


@corners("en", scripts=True)
def test_mentor_comes_from_the_front_page_and_is_found_by_a_stranger(
    town: Town, language: str, scripts: bool, figures: list[str]
) -> None:
    headline = {"en": "Engineering manager", "ar": "مديرة هندسة برمجيات"}[language]
    offer = {"en": "An hour on systems", "ar": "ساعة عن الأنظمة"}[language]
    mentor = town.stranger()
    mentor.joins("mentor", "sami@example.org")
    mentor.go_on()
    mentor.says(legal_name=NAME[language])
    mentor.says(country="SE")
    mentor.says(headline=headline)
    mentor.picks("رياكت, Kubernetes")
    mentor.go_on()
    mentor.says(hours_month="2")
    mentor.follow("profile-question", "availability")
    mentor.tab.locator(".week input").nth(3).check()
    mentor.go_on()
    seconds = mentor.sends_in()
    met = len(mentor.pages)

    town.staff_verify(headline)
    mentor.visit("my-profile")
    mentor.reads("Your profile is verified")
    mentor.begins("opening", "mentorship", title=offer, language=language)

    stranger = town.stranger()
    stranger.visit("home")
    stranger.follow("people")
    stranger.click(stranger.card(headline).get_by_role("link").first)
    expect(stranger.tab.locator("main")).to_contain_text("Kubernetes")
    stranger.follow("openings")
    stranger.click(stranger.card(offer).get_by_role("link").first)
    expect(stranger.tab.locator("h1")).to_contain_text(offer)
    assert not (mentor.strange + stranger.strange), "\n".join(mentor.strange + stranger.strange)
    how = "with scripts" if scripts else "without scripts"
    figures.append(f"mentor, {language} {how}: /join/ to sent in {met} pages, {seconds:.1f} s")


@corners("ar", scripts=False)
def test_graduate_comes_with_a_cv_and_reads_the_first_matches_with_reasons(
    town: Town, language: str, scripts: bool
) -> None:
    headline = {"en": "Backend developer", "ar": "مطوّرة خوادم"}[language]
    job = make.a_job(title="Payments, Python")
    graduate = town.stranger()
    graduate.joins("graduate", "lina@example.org")
    graduate.go_on()
    graduate.says(legal_name=NAME[language])
    graduate.says(governorate="PS-GZA")
    graduate.says(university="birzeit", degree="BSc", graduation_year="2025")
    graduate.says(headline=headline)
    graduate.picks("Git")
    graduate.go_on()
    graduate.visit("my-profile")
    graduate.follow("my-cv")
    graduate.tab.locator("input[type=file]").set_input_files(CV)  # type: ignore[arg-type]
    graduate.click(graduate.tab.locator("form[enctype] button"))
    suggested = {"skill-python": "on", "skill-django": "on", "language-en": "on"}
    for name in suggested:
        graduate.tab.locator(f"[name={name}]").check()
    graduate.go_on()
    expect(graduate.tab.get_by_role("status")).to_be_visible()
    graduate.begins("candidacy", "hiring")
    graduate.visit("my-profile")
    graduate.go_on()
    graduate.sends_in()

    town.staff_verify(headline)
    graduate.follow("dashboard")
    best = graduate.card(job.title)
    expect(best.get_by_role("listitem").first).to_be_visible()
    graduate.follow("my-matches")
    expect(graduate.card(job.title)).to_contain_text("Python")
    assert not (graduate.strange), "\n".join(graduate.strange)


@corners("ar", scripts=True)
def test_investor_says_a_mandate_and_sees_only_startups_that_fit_until_the_chip_is_removed(
    town: Town, language: str, scripts: bool
) -> None:
    headline = {"en": "Angel investor, payments", "ar": "مستثمرة فردية، مدفوعات"}[language]
    fits, other = "Payments for corner shops", "Satellites for farmers"
    make.raises(make.a_startup(headline=fits))
    make.raises(make.a_startup(headline=other), stages=["growth"])
    investor = town.stranger()
    investor.joins("investor", "rima@example.org")
    investor.go_on()
    investor.says(type="angel")
    investor.says(legal_name=NAME[language])
    investor.says(country="SE")
    investor.says(headline=headline)
    investor.sends_in()
    investor.begins("opening", "investing", language=language)

    town.staff_verify(headline)
    investor.follow("startups")
    expect(investor.card(fits)).to_be_visible()
    expect(investor.card(other)).to_have_count(0)
    investor.follow("my-matches")
    expect(investor.card(fits).get_by_role("listitem").first).to_be_visible()
    expect(investor.card(other)).to_have_count(0)
    investor.follow("startups")
    investor.click(investor.tab.locator(".chips a").first)
    expect(investor.card(fits)).to_be_visible()
    expect(investor.card(other)).to_be_visible()
    assert not (investor.strange), "\n".join(investor.strange)


@corners("en", scripts=False)
def test_firm_posts_a_job_a_placement_and_a_tender_that_strangers_read_and_candidates_fit(
    town: Town, language: str, scripts: bool
) -> None:
    headline = {"en": "Logistics software", "ar": "برمجيات للشحن"}[language]
    titles = {
        "hiring": {"en": "Developer wanted", "ar": "وظيفة في التطوير"}[language],
        "internships": {"en": "Twelve weeks with us", "ar": "اثنا عشر أسبوعًا معنا"}[language],
        "contracting": {"en": "A team of five", "ar": "فريق من خمسة"}[language],
    }
    graduate = make.a_graduate(headline="Backend developer from Nablus")
    make.looks_for_a_job(graduate)
    make.looks_for_a_placement(graduate)
    make.offers_a_team(make.a_local_firm(headline="Software teams from Ramallah"))
    firm = town.stranger()
    firm.joins("firm", "office@example.org")
    firm.go_on()
    firm.says(type="diaspora")
    firm.says(legal_name={"en": "Nabaa Labs", "ar": "مختبرات نبع"}[language])
    firm.says(country="SE")
    firm.says(is_named="yes")
    firm.says(headline=headline)
    firm.sends_in()
    for pairing, title in titles.items():
        firm.begins("opening", pairing, title=title, language=language)

    job = Opening.objects.get(pairing="hiring")
    assert (job.usd_max, job.mode, str(job.country), job.capacity) == (1800, "remote", "DE", 2)
    assert job.skills.count() == 2

    town.staff_verify(headline)
    stranger = town.stranger()
    stranger.visit("home")
    stranger.follow("openings")
    for title in titles.values():
        expect(stranger.card(title)).to_be_visible()
    firm.follow("my-matches")
    for title, who in zip(titles.values(), ("Nablus", "Nablus", "Ramallah"), strict=True):
        firm.click(firm.tab.locator(".sides a", has_text=title))
        expect(firm.card(who)).to_be_visible()
    assert not (firm.strange + stranger.strange), "\n".join(firm.strange + stranger.strange)
