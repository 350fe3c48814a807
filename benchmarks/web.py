"""Lists with facets over 50,000 profiles and 20,000 openings, beside a bare list of Django's.

The measure is CPU a request, of the web workers and all of PostgreSQL, because a machine that is
shared slows every clock; both pages are asked in turns, and medians of the rounds are compared.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import cycle, islice
from random import Random
from statistics import median, quantiles
from urllib.parse import urlencode

from benchmarks.product import Product, fresh_product
from benchmarks.sections import Section, Value
from benchmarks.serving import Site, machine_times, postgres_cpu_seconds, postmaster, served

PROFILES, OPENINGS = 50_000, 20_000
ROUNDS, REQUESTS = 7, 40
FILTER_SETS = 200
WORDS = (
    *("developer", "engineer", "payments", "health", "mobile", "designer", "data", "cloud"),
    *("remote", "nablus", "gaza", "berlin", "مطور", "تصميم", "شركة", "security", "startup"),
)
OF_PEOPLE = {
    "skill": ("python", "react", "docker", "django", "postgresql", "git", "javascript", "java"),
    "language": ("en", "ar", "de", "fr"),
    "country": ("PS", "DE", "US", "JO", "CL"),
    "sector": ("fintech", "health", "education"),
    "years": ("0", "2", "5"),
    "kind": ("graduate", "mentor", "investor"),
}
OF_OPENINGS = {
    "skill": OF_PEOPLE["skill"],
    "mode": ("remote", "hybrid", "onsite"),
    "pairing": ("hiring", "internships", "mentorship"),
    "country": ("DE", "US", "PS"),
    "seniority": ("junior", "middle", "senior"),
}


@dataclass(slots=True)
class Page:
    """A kind of page: its addresses, and the CPU milliseconds of each round, ours and the bare."""

    figure: str
    title: str
    addresses: list[str]
    cookie: str = ""
    ours: list[float] = field(default_factory=list)
    bare: list[float] = field(default_factory=list)
    seconds: list[float] = field(default_factory=list)

    @property
    def ratio(self) -> float:
        return median(self.ours) / median(self.bare)

    @property
    def p95(self) -> float:
        return quantiles(self.seconds, n=20)[-1] * 1000

    def __str__(self) -> str:
        ours, bare = median(self.ours), median(self.bare)
        return (
            f"{self.title:<46} {ours:>6.1f} {bare:>6.1f} {self.ratio:>6.2f} "
            f"{median(self.seconds) * 1000:>7.0f} {self.p95:>7.0f}"
        )


def web_section(
    profiles: int = PROFILES, openings: int = OPENINGS, rounds: int = ROUNDS, each: int = REQUESTS
) -> Section:
    with _crowded(profiles, openings) as (product, cookie):
        pages = _pages(cookie)
        times = machine_times()
        with (
            served(product.url, "silah.wsgi:application") as ours,
            served(product.url, "benchmarks.bare:application") as bare,
        ):
            _measure(pages, ours, bare, postmaster(product.url), rounds, each)
        spent = [after - before for before, after in zip(times, machine_times(), strict=True)]
    figures: dict[str, Value] = {page.figure: page.ratio for page in pages}
    figures |= {
        "web_p95_ms": max(page.p95 for page in pages),
        "web_bare_cpu_ms": median(ms for page in pages for ms in page.bare),
        "web_steal_percent": 100 * spent[7] / sum(spent),
        "web_idle_percent": 100 * spent[3] / sum(spent),
    }
    head = (
        f"{'CPU ms a request':<46} {'ours':>6} {'bare':>6} {'ratio':>6} {'p50 ms':>7} {'p95 ms':>7}"
    )
    share = f"Steal {figures['web_steal_percent']:.1f} %, idle {figures['web_idle_percent']:.1f} %."
    return Section("Lists with facets", "\n".join([head, *map(str, pages), share]), figures)


@contextmanager
def _crowded(profiles: int, openings: int) -> Iterator[tuple[Product, str]]:
    """A database with so many rows, and the session of somebody who may see nearly all."""
    with fresh_product() as product:
        product.run("demo")
        grown = f"from benchmarks.crowd import grow; grow({profiles}, {openings})"
        product.run("shell", "--no-imports", "-c", grown)
        product.run("shell", "--no-imports", "-c", "from benchmarks.crowd import log_in; log_in()")
        ((key,),) = product.rows("SELECT session_key FROM django_session LIMIT 1")
        yield product, f"sessionid={key}"


def _pages(cookie: str) -> list[Page]:
    draw = Random(1)
    people = [_address(draw, "/people/", OF_PEOPLE, "") for _ in range(FILTER_SETS)]
    texts = [_address(draw, "/people/", OF_PEOPLE, draw.choice(WORDS)) for _ in range(FILTER_SETS)]
    jobs = [_address(draw, "/openings/", OF_OPENINGS, "") for _ in range(FILTER_SETS)]
    return [
        Page("web_list_ratio", "openings, all, a stranger", ["/openings/"]),
        Page("web_unfiltered_ratio", "people, all, a firm", ["/people/"], cookie),
        Page("web_facets_ratio", "people, 3 filters, a firm", people, cookie),
        Page("web_facets_text_ratio", "people, 3 filters and a word, a firm", texts, cookie),
        Page("web_openings_facets_ratio", "openings, 3 filters, a stranger", jobs),
    ]


def _address(draw: Random, path: str, values: dict[str, tuple[str, ...]], word: str) -> str:
    chosen = {name: draw.choice(values[name]) for name in draw.sample(sorted(values), 3)}
    return f"{path}?{urlencode({**chosen, **({'q': word} if word else {})})}"


def _measure(
    pages: list[Page], ours: Site, bare: Site, postgres: int, rounds: int, each: int
) -> None:
    """Ours and the bare one in turns; each worker has met every kind of page before."""

    def cpu(site: Site) -> Callable[[], float]:
        return lambda: site.cpu_seconds() + postgres_cpu_seconds(postgres)

    asked = {page.figure: cycle(page.addresses) for page in pages}
    for page in [page for page in pages for _ in range(12)]:
        _ask(ours, next(asked[page.figure]), page.cookie)
        _ask(bare, "/bare/", "")
    for _ in range(rounds):
        for page in pages:
            addresses = islice(asked[page.figure], each)
            ms, seconds = _round(ours, cpu(ours), addresses, page.cookie)
            page.ours.append(ms)
            page.seconds += seconds
            page.bare.append(_round(bare, cpu(bare), ["/bare/"] * each, "")[0])


def _round(
    site: Site, cpu: Callable[[], float], addresses: Iterator[str] | list[str], cookie: str
) -> tuple[float, list[float]]:
    """CPU milliseconds a request, and the seconds of each."""
    before = cpu()
    seconds = [_ask(site, address, cookie) for address in addresses]
    return (cpu() - before) / len(seconds) * 1000, seconds


def _ask(site: Site, address: str, cookie: str) -> float:
    status, seconds = site.get(address, cookie)
    if status != 200:
        raise RuntimeError(f"{address} answers {status}.")
    return seconds
