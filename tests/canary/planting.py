"""Canary values in everything that is withheld; which fields those are, the models say."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal

from django.apps import apps
from django.db import models
from django.utils import timezone

from grants.actions import keep
from grants.eligibility import current_of, read_as
from grants.models import Check
from matching.engagements.models import Agreement, Engagement, Referral, Review, Session
from matching.introductions.models import Introduction, Message
from matching.models import Candidacy, Opening
from matching.tenders.models import Answer
from matching.track_records.models import PastInvestment
from profiles.graduates.models import CV
from profiles.models import Draft, Identity, Profile, User
from profiles.privacy.actions import exclude_names
from profiles.privacy.vanishing import vanish
from tests import make
from tests.admin.rows import make_row

Field = models.Field[object, object]
CODED = {"country", "time_zone", "verified_how", "pairing", "kind", "content_type", "sha256"}
"""Columns of text that hold a code, never a word of somebody's own."""
OWN_APPS = (
    *("ledger", "profiles", "graduates", "mentors", "investors", "firms"),
    *("matching", "track_records", "introductions", "tenders", "engagements"),
)
PLANTED_BY_HAND = {
    "profiles.profile", "profiles.identity", "profiles.user", "profiles.draft",
    "profiles.excludedname", "matching.opening", "matching.candidacy",
    "graduates.graduate", "mentors.mentor", "investors.investor", "firms.firm",
    "introductions.introduction", "introductions.message", "tenders.answer",
    "engagements.engagement", "engagements.agreement", "engagements.referral",
    "engagements.restingstep", "engagements.session", "engagements.review",
    "track_records.pastinvestment", "ledger.event", "ledger.outbox", "ledger.job",
}  # fmt: skip

STAFF = "staff"
FIRMS = {"local firm", "startup", "diaspora firm", "company", "reader of a firm"}
NOBODY: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Secret:
    """Where a value stands, and the roles that may read it all the same, besides its owner."""

    where: str
    readers: frozenset[str]


@dataclass
class Planted:
    """The rows, and each planted value with the field it stands in."""

    graduate: Profile
    mentor: Profile
    investor: Profile
    firm: Profile
    unverified: Profile
    hidden: Profile
    job: Opening
    draft: Opening
    search: Candidacy
    cv: CV
    introduction: Introduction
    message: Message
    check: Check
    answer: Answer
    referral: Referral
    session: Session
    review: Review
    agreement: Agreement
    round: Engagement
    deed: PastInvestment
    withheld: dict[str, Secret] = field(default_factory=dict)

    @property
    def profiles(self) -> list[Profile]:
        return [
            self.graduate, self.mentor, self.investor, self.firm, self.unverified, self.hidden,
        ]  # fmt: skip


def text_fields(model: type[models.Model]) -> list[Field]:
    """Free text of a model: what could hold a name."""
    fields = model._meta.concrete_fields
    text = [each for each in fields if isinstance(each, models.CharField | models.TextField)]
    return [each for each in text if not each.choices and each.editable and each.name not in CODED]


# Who may list whom, said anew here: capability is read by these roles and nobody else.
LISTERS = {
    "graduate": FIRMS | {"mentor"},
    "mentor": FIRMS | {"graduate"},
    "investor": FIRMS,
    "firm": FIRMS | {"graduate", "mentor", "investor", "excluded party", "excluded country",
                     "excluded name"},
}  # fmt: skip
KEPT_APART = {"excluded party", "excluded country", "excluded name"}
COUNTRY, NAME = "FR", "Excluded Partner GmbH"


def plant() -> Planted:
    """One of each kind who excluded a country, a party and a name, one unverified, one gone."""
    closed = {"audience": "counterparties", "excluded_countries": [COUNTRY]}
    graduate, firm = make.a_graduate(excluded_countries=[COUNTRY]), make.a_local_firm()
    mentor, investor = make.a_mentor(**closed, is_named=False), make.an_investor(**closed)
    unverified, hidden = make.a_graduate(verified=False), make.a_mentor(is_named=True)
    job, search = make.a_job(firm), make.looks_for_a_job(graduate)
    team = make.offers_a_team(firm, terms={"listed": "yes"})
    session = make.a_session(state="held")
    planted = Planted(
        graduate, mentor, investor, firm, unverified, hidden,
        job, make.a_job(firm, status="draft", published_at=None),
        search, make.has_a_cv(graduate), make.an_introduction(job, search), _written(firm, search),
        _checked(),
        make.an_answer(candidacy=team), make.a_referral(make.a_contract(team=team)),
        session, make.a_review(session.engagement, rating=2),
        _agreed_on(graduate), _raised(), _funded(investor),
    )  # fmt: skip
    make.a_mentoring_offer(mentor)
    make.a_mandate(investor)
    make.a_mentoring_offer(hidden)
    for profile in planted.profiles:
        _plant_profile(planted, profile)
    _plant_in(planted, planted.draft, "firm", ["title", "description"], frozenset({STAFF}))
    planted.search.terms = {"goals": _canary(planted, "graduate.candidacy.goals", {STAFF})}
    planted.search.save()
    _plant_in(planted, planted.introduction, "graduate", ["message"], NOBODY)
    _plant_in(planted, planted.message, "graduate", ["text"], NOBODY)
    _plant_in(planted, planted.answer, "firm", ["text"], NOBODY)
    _plant_in(planted, planted.session, "graduate", ["text"], NOBODY)
    _plant_in(planted, planted.review, "graduate", ["text"], frozenset({STAFF}))
    _plant_in(planted, planted.agreement, "graduate", ["text"], NOBODY)
    _plant_in(planted, planted.deed, "investor", ["external_id"], frozenset({STAFF}))
    planted.deed.sectors = [_canary(planted, "investor.past investment.sectors", {STAFF})]
    planted.deed.save()
    _plant_in(planted, planted.cv.file, "graduate", ["name"], frozenset({STAFF}))
    for number in planted.cv.suggestions["lines"]:
        quoted = _canary(planted, f"graduate.cv.lines.{number}", NOBODY)
        planted.cv.suggestions["lines"][number] = quoted
    planted.cv.save()
    planted.withheld["314,159.26"] = Secret("somebody.check.facts", frozenset({STAFF}))
    planted.withheld["77,123"] = Secret("startup.agreement.usd", NOBODY)
    planted.withheld["137,123"] = Secret("startup.round.confirmed", NOBODY)
    _plant_beside(planted)
    vanish(user=hidden.user)
    return planted


def _checked() -> Check:
    """What a programme says of somebody's plans, with an amount that nobody else says."""
    facts = {"eligible_cost": Decimal("314159.26")}
    rule_set = current_of("ipsd-nexus")
    assert rule_set
    reading = read_as(rule_set, facts, as_of=timezone.localdate())
    return keep(reading=reading, facts=facts, profile_id=None, user_id=make.an_account().pk)


def _written(firm: Profile, search: Candidacy) -> Message:
    """In a thread of its own: through another job of the same firm, which accepted."""
    row = make.an_introduction(make.a_job(firm), search, state="accepted")
    return make.a_message(row, row.asker)


def _agreed_on(graduate: Profile) -> Agreement:
    """Goals that the graduate stated to a mentor of their own, and that wait for their word."""
    goals = make.looks_for_a_mentor(graduate)
    row = make.an_introduction(make.a_mentoring_offer(), goals, state="accepted")
    found: Agreement = make.an_engagement(row, state="stated").agreements.get()
    return found


def _raised() -> Engagement:
    """Of one who invests USD 77,123 in a round that three others bring to about USD 137,123."""
    raising = make.raises(make.a_startup())
    for usd in (10_011, 20_022, 30_033, 77_123):
        row = make.an_introduction(make.a_mandate(), raising, state="accepted")
        said = {"stage": "committed", "usd": usd, "instrument": "safe", "shown": "total"}
        found = make.an_engagement(row, **said)
    return found


def _funded(investor: Profile) -> PastInvestment:
    """A single round, as a file brought it; two others of one kind are told."""
    make.has_funded(investor, times=2)
    return PastInvestment.objects.create(
        profile=investor, source="loaded", external_id="R-1", year=2019, stage="growth"
    )


def keep_apart(planted: Planted, party: Profile) -> None:
    """The graduate, the mentor and the investor exclude a party by a button, another by name."""
    for profile in (planted.graduate, planted.mentor, planted.investor):
        make.excludes(profile, party)
        typed = _canary(planted, f"{profile.kind}.excluded name", NOBODY)
        exclude_names(profile=profile, names=[NAME, typed], by_id=None)


def _plant_profile(planted: Planted, profile: Profile) -> None:
    is_there = profile not in (planted.unverified, planted.hidden)
    listers = frozenset(LISTERS[profile.kind] if is_there else NOBODY) | {STAFF}
    whose = profile.kind if is_there else f"gone {profile.kind}"
    account = make.acts_for(profile)
    _plant_in(planted, profile, whose, ["external_id"], frozenset({STAFF}))
    told = [each.name for each in text_fields(Profile) if each.name != "external_id"]
    _plant_in(planted, profile, whose, told, listers)
    details = getattr(profile, profile.kind)
    _plant_in(planted, details, whose, names(text_fields(type(details))), listers)
    _plant_in(planted, profile.identity, whose, names(text_fields(Identity)), frozenset({STAFF}))
    _plant_account(planted, account, whose)


def _plant_account(planted: Planted, account: User, whose: str) -> None:
    account.email = f"{_canary(planted, f'{whose}.user.email', {STAFF})}@example.org"
    account.save()
    typed = _canary(planted, f"{whose}.draft", NOBODY)
    Draft.objects.create(user=account, form="question:headline:x", data={"headline": [typed]})


def _plant_beside(planted: Planted) -> None:
    """Whatever else points to a profile or an account: a new model is planted by itself."""
    graduate = planted.graduate
    for label in OWN_APPS:
        for model in apps.get_app_config(label).get_models():
            belongs = _relations(model)
            if model._meta.label_lower in PLANTED_BY_HAND or not belongs or not text_fields(model):
                continue
            row = make_row(model)
            for relation in belongs:
                own = graduate if relation.related_model is Profile else graduate.user
                setattr(row, relation.name, own)
            _plant_in(planted, row, "graduate", names(text_fields(model)), frozenset({STAFF}))


def _relations(model: type[models.Model]) -> list[Field]:
    """The first that leads to a profile, and to an account: of a pair the other is another."""
    fields = reversed(model._meta.concrete_fields)
    first = {each.related_model: each for each in fields if each.related_model in (Profile, User)}
    return list(first.values())


def names(fields: Iterable[Field]) -> list[str]:
    return [each.name for each in fields]


def _plant_in(
    planted: Planted, row: models.Model, whose: str, fields: list[str], readers: frozenset[str]
) -> None:
    for name in fields:
        value = _canary(planted, f"{whose}.{row._meta.model_name}.{name}", readers)
        each = row._meta.get_field(name)
        if isinstance(each, models.EmailField):
            value = f"{value}@example.org"
        if isinstance(each, models.URLField):
            value = f"https://{value}.example.org/"
        setattr(row, name, value)
    row.save()


def _canary(planted: Planted, where: str, readers: Iterable[str]) -> str:
    value = f"canary{len(planted.withheld):03d}x"
    planted.withheld[value] = Secret(where, frozenset(readers))
    return value


IDENTITY_FIELDS = {each.name for each in text_fields(Identity)}
