"""The people one can log in as: rich profiles that meet each other, one for every role."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.contrib.auth.hashers import make_password

from matching.models import Candidacy, Opening
from matching.pairings.codes import Instrument, Mode, Route, Seniority, Stage, Topic
from profiles.firms.models import Firm, FirmMember
from profiles.models import Profile, User
from tests.cast import asks, drafts
from tests.cast.asks import Draft
from tests.cast.deeds import Deed, a_deed
from tests.cast.drafts import Party

PASSWORD = "silah-demo"
DOMAIN = "demo.silah.example"
STAFF = "staff"
SHOWN_CODES = 5


@dataclass(frozen=True, slots=True)
class Login:
    """An account with what it stands for; staff stand for nobody.

    role: how the demo names it, member: its role where the party is a firm
    """

    role: str
    local_part: str
    party: Party | None = None
    member: str = FirmMember.Role.OWNER
    language: str = "en"
    openings: Sequence[Draft[Opening]] = ()
    candidacies: Sequence[Draft[Candidacy]] = ()
    deeds: Sequence[Deed] = ()

    @property
    def email(self) -> str:
        return f"{self.local_part}@{DOMAIN}"


def logins() -> list[Login]:
    """All of them, not yet saved."""
    return [
        _graduate(), _mentor(), _investor(), _local_firm(), _startup(), _company(),
        Login("programme staff", STAFF),
    ]  # fmt: skip


def save_accounts(found: Sequence[Login]) -> None:
    """Save the accounts (one password, hashed once) after the profiles, and join the two."""
    password = make_password(PASSWORD)
    users = User.objects.bulk_create(_account(login, password) for login in found)
    EmailAddress.objects.bulk_create(
        EmailAddress(user=user, email=user.email, verified=True, primary=True) for user in users
    )
    for user in users:
        if user.is_staff:
            TOTP.activate(user, generate_totp_secret())
            RecoveryCodes.activate(user)
    for login, user in zip(found, users, strict=True):
        if login.party is None:
            continue
        if isinstance(login.party.details, Firm):
            FirmMember.objects.create(firm=login.party.details, user=user, role=login.member)
        else:
            Profile.objects.filter(pk=login.party.profile.pk).update(user=user)


def recovery_codes_of_staff() -> list[str]:
    """The first codes that still work in place of an app: staff need a second factor."""
    kept = Authenticator.objects.get(
        type=Authenticator.Type.RECOVERY_CODES, user__email=f"{STAFF}@{DOMAIN}"
    )
    codes: list[str] = kept.wrap().get_unused_codes()
    return codes[:SHOWN_CODES]


def _account(login: Login, password: str) -> User:
    is_staff = login.party is None
    zone = "Asia/Hebron" if login.party is None else login.party.profile.time_zone
    return User(
        email=login.email, password=password, language=login.language, time_zone=zone,
        is_staff=is_staff, is_superuser=is_staff,
    )  # fmt: skip


def _key(number: int) -> UUID:
    """The same public ids on every machine, so that a link to the demo keeps working."""
    return UUID(int=(0x511A << 112) + number, version=4)


def _graduate() -> Login:
    party = drafts.graduate(
        external_id="demo-graduate", public_id=_key(1), email="lina.haddad@example.org",
        phone="+970 590 000100", address="Olive Street 12, Nablus",
        headline="Backend developer, Python and Django",
        about="I build booking and payment services with Python and Django, test first. "
        "My graduation project, a clinic's appointment system, has run in two towns since 2023. "
        "I look for a remote team with code review and a product to grow with.",
        skills={"python": 4, "django": 4, "postgresql": 3, "rest-api": 3, "git": 3, "docker": 2,
                "redis": 2, "celery": 2, "linux": 3, "javascript": 2},
        languages={"ar": "C2", "en": "C1", "de": "A2"}, sectors=["fintech", "health"],
        week="Sun-Thu 09:00-19:00", experience_years=2,
    )  # fmt: skip
    return Login("graduate", "graduate", party, candidacies=(
        asks.job_search(party.profile, public_id=_key(11), usd_min=1400,
                        routes=[Route.DIRECT, Route.CONTRACTOR]),
        asks.placement_search(party.profile, public_id=_key(12), usd_min=300, weeks=16),
        asks.goals(party.profile, public_id=_key(13), topics=[Topic.CAREER, Topic.TECHNICAL],
                   skills={"python": 3, "technical-leadership": 1}, levels={"python": 4}),
    ))  # fmt: skip


def _mentor() -> Login:
    party = drafts.mentor(
        external_id="demo-mentor", public_id=_key(2), email="sameh.khoury@example.org",
        phone="+999 555 000200", address="Garden Lane 4, Berlin",
        headline="Engineering manager, payments",
        about="Left Ramallah in 2006, led teams in Berlin since 2014. Bring code or a plan.",
        skills={"python": 4, "django": 4, "postgresql": 4, "software-architecture": 4,
                "technical-leadership": 4, "aws": 3, "entrepreneurship": 3},
        languages={"ar": "C2", "en": "C2", "de": "C1"}, sectors=["fintech", "ecommerce"],
        experience_years=16, week="Mon-Fri 16:00-20:00; Sat 10:00-14:00",
    )  # fmt: skip
    return Login("mentor", "mentor", party, openings=(
        asks.mentoring_offer(
            party.profile, public_id=_key(21), external_id="demo-offer", capacity=3,
            title="Mentoring: backend, payments, first steps as a lead",
            description="A call every other week. Bring your code, your CV or your plan.",
            topics=[Topic.CAREER, Topic.INTERVIEW, Topic.TECHNICAL, Topic.FOUNDING],
        ),
    ))  # fmt: skip


def _investor() -> Login:
    party = drafts.investor(
        external_id="demo-investor", public_id=_key(3), email="rima.nassar@example.org",
        phone="+999 555 000300", address="Station Road 90, Dubai", country="AE",
        time_zone="Asia/Dubai", headline="Angel investor, payments and commerce",
        about="Twenty years in payments. First tickets for founders who sell early.",
        sectors=["fintech", "ecommerce", "logistics"], is_named=True,
        languages={"ar": "C2", "en": "C2"},
    )  # fmt: skip
    return Login("investor", "investor", party, openings=(
        asks.mandate(
            party.profile, public_id=_key(31), external_id="demo-mandate",
            title="Seed investments in fintech and commerce", usd_min=15_000, usd_max=50_000,
            description="Alone or beside a matching grant. An answer within two weeks.",
            skills={"payment-gateways": 2, "python": 1},
        ),
    ), deeds=(
        a_deed(party.profile, 2016, Stage.SEED, "fintech", place="PS-NBS"),
        a_deed(party.profile, 2018, Stage.SEED, "fintech", "ecommerce", place="PS-NBS"),
        a_deed(party.profile, 2020, Stage.PRE_SEED, "fintech"),
        a_deed(party.profile, 2022, Stage.SEED, "fintech"),
        a_deed(party.profile, 2024, Stage.SEED, "ecommerce"),
        a_deed(party.profile, 2025, Stage.SERIES_A, "logistics"),
    ))  # fmt: skip


def _local_firm() -> Login:
    party = drafts.local_firm(
        external_id="demo-local-firm", public_id=_key(4), email="office@sindyan.example.org",
        phone="+970 590 000400", address="Market Street 7, Ramallah", governorate="PS-RBH",
        about="A delivery team for Python and React. We work in our clients' hours.",
        headline="Python and React teams for companies abroad", team_size=34,
        skills={"python": 4, "django": 4, "react": 4, "typescript": 3, "postgresql": 3, "aws": 3,
                "docker": 3, "figma": 3, "test-automation": 3},
        sectors=["fintech", "enterprise-software"], week="Sun-Thu 09:00-18:00",
    )  # fmt: skip
    return Login("local firm", "local.firm", party, openings=(
        asks.job(party.profile, public_id=_key(41), external_id="demo-job-ramallah",
                 title="Junior Python developer", mode=Mode.HYBRID, usd_min=800, usd_max=1100,
                 description="Work in our office in Ramallah three days a week.",
                 languages=["ar", "en"]),
    ), candidacies=(
        asks.team(party.profile, public_id=_key(42), headcount=10, usd_min=2200,
                  terms={"listed": "yes"}),
    ))  # fmt: skip


def _startup() -> Login:
    party = drafts.startup(
        external_id="demo-startup", public_id=_key(5), email="hello@baydarpay.example.org",
        phone="+970 590 000500", address="School Street 3, Nablus", language="ar",
        headline="مدفوعات للمحال الصغيرة",
        about="تطبيق يساعد المحال الصغيرة على قبول الدفع الإلكتروني. 320 محلًا حتى الآن.",
        skills={"flutter": 4, "python": 4, "django": 3, "payment-gateways": 4, "postgresql": 3,
                "aws": 2},
        sectors=["fintech", "ecommerce"],
    )  # fmt: skip
    return Login("startup founder", "founder", party, language="ar", openings=(
        asks.placement(party.profile, public_id=_key(51), external_id="demo-placement-nablus",
                       title="تدريب: تطوير خدمات الدفع", language="ar", languages=["ar"],
                       description="تدريب بإشراف مباشر على خدمة دفع حقيقية."),
    ), candidacies=(
        asks.raise_(party.profile, public_id=_key(52), usd_min=15_000, usd_max=120_000,
                    stages=[Stage.SEED], instruments=[Instrument.SAFE, Instrument.CONVERTIBLE]),
        asks.goals(party.profile, public_id=_key(53), skills={"entrepreneurship": 3},
                   levels={"entrepreneurship": 4},
                   topics=[Topic.FOUNDING, Topic.FUNDRAISING], hours_month=2,
                   terms={"goals": "جولة الاستثمار الأولى."}),
    ))  # fmt: skip


def _company() -> Login:
    party = drafts.international_company(
        external_id="demo-company", public_id=_key(6), email="people@lumenhaus.example.org",
        phone="+999 555 000600", address="Market Street 60, Berlin",
        about="Software for banks in nine countries. A third of our engineers work remotely.",
        sectors=["fintech", "enterprise-software"], website="https://lumenhaus.example.org/",
    )  # fmt: skip
    profile = party.profile
    return Login("company recruiter", "recruiter", party, FirmMember.Role.RECRUITER, openings=(
        asks.job(profile, public_id=_key(61), external_id="demo-job",
                 title="Backend developer, Python", usd_min=1500, usd_max=2400,
                 description="You own services from the first talk to the release.\n\n"
                 "- Django and PostgreSQL\n- code review and tests on every change\n"
                 "- a contract in writing, pay on the 25th",
                 skills={"python": 3, "django": 3, "postgresql": 2, "docker": 1, "celery": 1},
                 levels={"python": 3, "django": 3, "docker": 3}),
        asks.job(profile, public_id=_key(62), external_id="demo-job-on-site",
                 title="Systems engineer, on site in Berlin", mode=Mode.ONSITE,
                 seniority=Seniority.SENIOR, usd_min=3500, usd_max=4800, languages=["de"],
                 skills={"linux": 3, "kubernetes": 3, "python": 1},
                 levels={"linux": 4, "kubernetes": 3}),
        asks.placement(profile, public_id=_key(63), external_id="demo-placement",
                       description="A named mentor, a real task, feedback every week.",
                       skills={"python": 3, "git": 2, "linux": 1}, usd_max=600),
        asks.tender(profile, public_id=_key(64), external_id="demo-tender",
                    title="Team of 5: payments platform",
                    description="Handover in month one, your responsibility from month three.",
                    skills={"python": 3, "react": 2, "postgresql": 2, "aws": 1, "linux": 1},
                    levels={"python": 4, "react": 3, "aws": 4}),
    ))  # fmt: skip
