"""Files for `manage.py load`, of any length: no two rows alike, words as people spell them."""

from collections.abc import Iterable
from pathlib import Path

SKILLS = (
    *("React", "PostgreSQL", "Docker", "Python", "Go", "Git", "Django", "TypeScript", "Node.js"),
    *("Kubernetes", "Redis", "Java", "C#", "PHP", "Vue.js", "Linux"),
)
SKILLS_EACH = 6
WEEKS = ("Sun-Thu 09:00-17:00", "Sat-Wed 8-14", "Mon-Fri 10:00-18:00; Sat 10-14", "daily 18-23")
GOVERNORATES = ("PS-NBS", "PS-RBH", "PS-HBN", "PS-GZA", "PS-JEN")
SECTORS = ("fintech", "health", "education; health", "fintech; education")
SENIORITIES = ("junior", "senior", "lead")

GRADUATES = (
    "external_id,headline,about,country,governorate,availability,experience_years,skills,"
    "languages,sectors,legal_name,email,university,graduation_year"
)
FIRMS = "external_id,type,country,legal_name"
OPENINGS = (
    "external_id,pairing,owner,title,description,country,skills,sectors,languages,mode,seniority,"
    "usd_min,usd_max,hours_overlap,routes"
)
CANDIDACIES = "profile,pairing,mode,usd_min,routes"


def write_graduates(path: Path, count: int) -> Path:
    """Graduates G-0, G-1, ... with six skills each."""
    return _write(path, GRADUATES, (_graduate(n) for n in range(count)))


def write_firms(path: Path, count: int) -> Path:
    return _write(path, FIRMS, (f"F-{n},international,DE,Firm {n}" for n in range(count)))


def write_openings(path: Path, count: int, *, firms: int) -> Path:
    """Jobs at the firms F-0, F-1, ... in turn."""
    return _write(path, OPENINGS, (_opening(n, firms) for n in range(count)))


def write_candidacies(path: Path, count: int) -> Path:
    """The first graduates look for a job."""
    return _write(path, CANDIDACIES, (_candidacy(n) for n in range(count)))


def _write(path: Path, header: str, lines: Iterable[str]) -> Path:
    with path.open("w", encoding="utf-8") as file:
        file.write(f"{header}\n")
        file.writelines(f"{line}\n" for line in lines)
    return path


def _graduate(n: int) -> str:
    return (
        f"G-{n},Developer {n},I build product {n} and keep it running.,PS,"
        f"{_one(GOVERNORATES, n)},{_one(WEEKS, n)},{n % 9},{_skills(n, ':')},ar:C2; en:B2,"
        f"{_one(SECTORS, n)},Graduate {n},g{n}@example.org,birzeit,{2010 + n % 16}"
    )


def _opening(n: int, firms: int) -> str:
    low = 900 + 50 * (n % 30)
    return (
        f"JOB-{n},hiring,F-{n % firms},Developer {n},We build product {n} and keep it running.,DE,"
        f"{_skills(n, '*')},{_one(SECTORS, n)},en,remote,{_one(SENIORITIES, n)},"
        f"{low},{low + 100 * (n % 9)},{n % 6},direct; contractor"
    )


def _candidacy(n: int) -> str:
    return f"G-{n},hiring,remote,{900 + 50 * (n % 40)},direct; contractor"


def _skills(n: int, mark: str) -> str:
    """Six neighbours of the list; the first with a level, or an importance, of 1 to 3."""
    names = [_one(SKILLS, n + step) for step in range(SKILLS_EACH)]
    return "; ".join([f"{names[0]}{mark}{1 + n % 3}", *names[1:]])


def _one(choices: tuple[str, ...], n: int) -> str:
    return choices[n % len(choices)]
