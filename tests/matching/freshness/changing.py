"""A crowd of one pairing that changes at random, through the doors that people use."""

from collections.abc import Callable, Sequence
from random import Random
from typing import Any

from ledger.models import Outbox
from ledger.tasks import sweep_outbox
from matching import runs, weights
from matching.actions import (
    change_candidacy,
    change_opening,
    exclude,
    lift_exclusion,
    move_candidacy,
    move_opening,
    save_candidacy,
    save_opening,
)
from matching.engine.criteria import ONE
from matching.models import Exclusion, Opening
from matching.moves import CANDIDACY_MOVES, OPENING_MOVES, RefusedError
from matching.pairings import registry
from matching.runs import Shard
from matching.track_records.actions import remove
from matching.track_records.models import PastInvestment
from profiles.actions import save_profile, set_answering, set_skills
from profiles.models import Governorate, Profile, Skill
from profiles.privacy.actions import (
    exclude_countries,
    exclude_names,
    exclude_sectors,
    pause,
    resume,
)
from tests import make

COUNTRIES = ["PS", "DE", "JO"]
PLACES = ["", "PS-NBS", "PS-GZA"]
SECTORS = ["fintech", "health", "gaming"]
NAMES = ["Lina Haddad", "Lumenhaus Systems", "Omar"]
SKILLS = ["python", "django", "postgresql", "git", "go", "react"]
OPENINGS: dict[str, Callable[[], Opening]] = {
    "hiring": make.a_job,
    "internships": make.a_placement,
    "contracting": make.a_tender,
    "investing": make.a_mandate,
    "mentorship": make.a_mentoring_offer,
}


class Crowd:
    """Openings and candidacies of a pairing, and the shards of runs that are still under way."""

    def __init__(self, pairing: str, random: Random, *, openings: int, candidacies: int) -> None:
        self.pairing, self.random = pairing, random
        self.openings = [OPENINGS[pairing]() for _ in range(openings)]
        self.candidacies = [make.a_candidate_for(self.openings[0]) for _ in range(candidacies)]
        self.late: list[Shard] = []
        self.runs: list[str] = []
        for row in self.rows():
            self._vary(row)

    def rows(self) -> list[Any]:
        return [*self.openings, *self.candidacies]

    def profile(self, row: Any = None) -> Profile:
        row = row or self.random.choice(self.rows())
        return Profile.objects.get(pk=row.owner_id if isinstance(row, Opening) else row.profile_id)

    def change(self) -> None:
        """One change, most often of a profile, and now and then what is owed is delivered."""
        self.random.choice(CHANGES)(self)
        if self.random.random() < 0.6:
            sweep_outbox()

    def settle(self) -> None:
        """Whatever is under way or owed comes to its end, in any order."""
        if self.random.random() < 0.5:
            sweep_outbox()
        self.score_late(len(self.late))
        for generation in self.runs:
            runs.finish(self.pairing, generation)
        sweep_outbox()
        assert not Outbox.objects.filter(state=Outbox.State.PENDING).exists()

    def score_late(self, most: int) -> None:
        for _ in range(most):
            runs.score(self.late.pop(self.random.randrange(len(self.late))))

    def _vary(self, row: Any) -> None:
        profile = self.profile(row)
        vary_facts(self, profile)
        profile.save()

    def some(self, of: Sequence[str], most: int) -> list[str]:
        return self.random.sample(of, self.random.randint(0, most))


def vary_facts(crowd: Crowd, profile: Profile) -> None:
    draw = crowd.random
    profile.experience_years = draw.choice([None, 0, 2, 5, 9])
    profile.utc_hours = draw.choice([None, draw.getrandbits(24)])
    profile.country = draw.choice(COUNTRIES)
    profile.governorate = Governorate.objects.filter(code=draw.choice(PLACES)).first()
    profile.sectors = crowd.some(SECTORS, 3)


def saves_a_profile(crowd: Crowd) -> None:
    profile = crowd.profile()
    vary_facts(crowd, profile)
    save_profile(profile=profile, by_id=None)


def holds_other_skills(crowd: Crowd) -> None:
    held = {skill: crowd.random.randint(1, 4) for skill in _skills(crowd)}
    set_skills(profile=crowd.profile(), levels=held, by_id=None)


def asks_for_other_skills(crowd: Crowd) -> None:
    asked = {skill: crowd.random.randint(1, 3) for skill in _skills(crowd)}
    row = crowd.random.choice(crowd.rows())
    row.refresh_from_db()
    try:
        if isinstance(row, Opening):
            change_opening(opening=row, answers={}, skills=asked, by_id=None)
        else:
            change_candidacy(candidacy=row, answers={}, skills=asked, by_id=None)
    except RefusedError:
        return


def _skills(crowd: Crowd) -> list[Skill]:
    return list(Skill.objects.filter(slug__in=crowd.some(SKILLS, 5)))


def moves(crowd: Crowd) -> None:
    row = crowd.random.choice(crowd.rows())
    row.refresh_from_db()
    table = OPENING_MOVES if isinstance(row, Opening) else CANDIDACY_MOVES
    move = crowd.random.choice(
        [move for move, legal in table.items() if row.status in legal.starts]
    )
    if isinstance(row, Opening):
        move_opening(opening=row, move=move, by_id=None)
    else:
        move_candidacy(candidacy=row, move=move, by_id=None)


def comes(crowd: Crowd) -> None:
    if crowd.random.random() < 0.5:
        opening = OPENINGS[crowd.pairing]()
        crowd.openings.append(opening)
        save_opening(opening=opening, by_id=None)
    else:
        candidacy = make.a_candidate_for(crowd.openings[0])
        crowd.candidacies.append(candidacy)
        save_candidacy(candidacy=candidacy, by_id=None)


def pauses_or_resumes(crowd: Crowd) -> None:
    profile = crowd.profile()
    (pause if profile.is_active else resume)(profile=profile, by_id=None)


def answers_otherwise(crowd: Crowd) -> None:
    set_answering(
        profile=crowd.profile(), answers=crowd.random.choice([None, *Profile.Answering.values])
    )


def funds_or_takes_back(crowd: Crowd) -> None:
    """Of an investor two rounds of a kind come, or one goes."""
    investor = crowd.profile()
    if investor.kind != Profile.Kind.INVESTOR:
        return
    rows = list(PastInvestment.objects.of(investor.pk))
    if rows and crowd.random.random() < 0.4:
        remove(profile=investor, public_id=crowd.random.choice(rows).public_id, by_id=None)
    else:
        stage = crowd.random.choice(["pre_seed", "seed"])
        place = crowd.random.choice(PLACES)
        sectors = crowd.some(SECTORS, 2)
        make.has_funded(investor, times=2, stage=stage, sectors=sectors, governorate=place)


def excludes_one(crowd: Crowd) -> None:
    pair = [
        crowd.profile(crowd.random.choice(side)) for side in (crowd.openings, crowd.candidacies)
    ]
    a, b = crowd.random.sample(pair, 2)
    exclude(a=a, b=b, reason=Exclusion.Reason.BLOCKED, by_id=None)


def lifts_one(crowd: Crowd) -> None:
    found = Exclusion.objects.order_by("?").first()
    if found is not None:
        lift_exclusion(exclusion=found, by_id=None)


def excludes_countries(crowd: Crowd) -> None:
    exclude_countries(profile=crowd.profile(), codes=crowd.some(COUNTRIES, 1), by_id=None)


def excludes_sectors(crowd: Crowd) -> None:
    exclude_sectors(profile=crowd.profile(), slugs=crowd.some(SECTORS, 1), by_id=None)


def excludes_names(crowd: Crowd) -> None:
    exclude_names(profile=crowd.profile(), names=crowd.some(NAMES, 1), by_id=None)


def weighs_otherwise(crowd: Crowd) -> None:
    names = list(registry.get(crowd.pairing).weights)
    drawn = {name: (_share(crowd, len(names)), _share(crowd, len(names))) for name in names[1:]}
    rest = tuple(ONE - sum(pair[side] for pair in drawn.values()) for side in (0, 1))
    weights.publish(
        pairing=crowd.pairing, weights={names[0]: (rest[0], rest[1]), **drawn}, by_id=None
    )


def _share(crowd: Crowd, criteria: int) -> int:
    return crowd.random.choice([0, crowd.random.randint(0, ONE // criteria)])


def runs_anew(crowd: Crowd) -> None:
    runs.run(crowd.pairing)


def begins_a_run(crowd: Crowd) -> None:
    generation, shards = runs.prepare(crowd.pairing, rebuild=crowd.random.random() < 0.7)
    crowd.runs.append(generation.name)
    crowd.late += shards


def goes_on_with_a_run(crowd: Crowd) -> None:
    crowd.score_late(crowd.random.randint(0, len(crowd.late)))


CHANGES: list[Callable[[Crowd], None]] = [
    *[saves_a_profile, moves] * 4,
    *[holds_other_skills, asks_for_other_skills] * 2,
    *(comes, pauses_or_resumes, answers_otherwise),
    *[funds_or_takes_back] * 2,
    *(excludes_one, lifts_one, excludes_countries, excludes_sectors, excludes_names),
    *(weighs_otherwise, runs_anew, begins_a_run, goes_on_with_a_run),
]
