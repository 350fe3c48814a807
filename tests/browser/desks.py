"""The first pages of every role, and what a graduate keeps, full and empty."""

from datetime import timedelta
from http import HTTPStatus
from typing import Any

from django.urls import reverse
from django.utils import timezone

from ledger.models import Event, Notification
from ledger.telling import mark_read, tell
from matching.models import Candidacy, Exclusion, Opening, SavedSearch
from matching.queries.exclusions import openings_apart_from
from matching.saved import lists
from matching.saved.actions import save_item, save_search
from matching.saved.searches import Asked
from matching.saved.tokens import token_of
from profiles.actions import consents
from profiles.letters import tokens
from profiles.models import Profile, User
from profiles.recognition import viewer_of
from profiles.reveals import note_reveal
from profiles.steps import Step
from tests import make

ROLES = ("graduate", "mentor", "investor", "local.firm", "founder", "recruiter", "staff")
OWN_JOB = "demo-job"
"""The recruiter's, which asks the graduate elsewhere in the scene (`meeting`)."""
NEWCOMER, BEGINNER = "newcomer", "beginner"
BETWEEN = ("consents", "consent", "consent-history", "profile-consented")
QUERIES = ("mode=remote&pairing=hiring&q=python", "pairing=internships&skill=django")


def keep_things(emails: dict[str, str]) -> dict[str, str]:
    """Let the graduate keep openings, people and searches; add an account without a role.

    Returns addresses by what they show.
    """
    graduate = User.objects.get(email=emails["graduate"])
    for job in Opening.objects.open().order_by("pk")[:4]:
        save_item(item=job, by_id=graduate.pk)
    for mentor in Profile.objects.filter(kind="mentor").order_by("pk")[:2]:
        save_item(item=mentor, by_id=graduate.pk)
    for query in QUERIES:
        _save(query, graduate)
    _make_it_busy(graduate)
    _newcomers(emails)
    between = _let_read(graduate, User.objects.get(email=emails["mentor"]))
    _tell(graduate)
    wanted = SavedSearch.objects.exclude(alerts="never").order_by("pk")[0]
    return {
        "stop": reverse("stop-alerts", args=[token_of(wanted)]),
        "stop-mail": reverse("stop-notices", args=[tokens.token_of(graduate)]),
        **between,
    }


def _save(query: str, user: User) -> None:
    asked = Asked.by(lists._lists["openings"], query, viewer_of(user))
    save_search(asked=asked, alerts="weekly", by_id=user.pk)


def _make_it_busy(graduate: User) -> None:
    """A consent that ends, a search with news, a match set aside, profiles that wait."""
    soon = timezone.localdate() + timedelta(days=3)
    Candidacy.objects.filter(profile__user=graduate, pairing="internships").update(until=soon)
    SavedSearch.objects.filter(user=graduate, query=QUERIES[0]).update(news=3)
    Opening.objects.filter(external_id="demo-job-on-site").update(closes_on=soon)
    own = Profile.objects.get(user=graduate)
    apart = Profile.objects.filter(kind="mentor").order_by("-pk")[0]
    Exclusion.objects.create(a=own, b=apart, reason=Exclusion.Reason.NOT_FOR_ME)


def _let_read(graduate: User, mentor: User) -> dict[str, str]:
    """The graduate and the mentor let each other read on, and one firm reads no more."""
    own, other = (Profile.objects.get(user=user) for user in (graduate, mentor))
    firm = Profile.objects.filter(kind="firm", status="active").order_by("pk")[0]
    until = timezone.localdate() + timedelta(days=30)
    for owner, to, step in ((own, other, 3), (own, firm, 4), (other, own, 4)):
        consents.give(
            owner=owner, to=to, step=Step(step), purpose="mentorship", until=until, by_id=None
        )
    consents.revoke(owner=own, to=firm, by_id=None)
    for reader, read in ((mentor, own), (graduate, other)):
        note_reveal(read, viewer_of(reader))
    pair = [own.public_id, other.public_id]
    return {
        "consents": reverse("consents"),
        "consent": reverse("consent", args=pair),
        "consent-history": reverse("consent-history", args=pair),
        "profile-consented": reverse("profile", args=[other.public_id]),
    }


def _tell(graduate: User) -> None:
    """Two jobs ask the graduate, one takes it back; the first was told yesterday and is read."""
    search = Candidacy.objects.get(profile__user=graduate, pairing="hiring")
    jobs = Opening.objects.open().filter(pairing="hiring").order_by("pk")
    jobs = jobs.exclude(openings_apart_from(search)).exclude(external_id=OWN_JOB)[:2]
    for job, state in zip(jobs, ("withdrawn", "waiting"), strict=True):
        make.an_introduction(job, search, asker=job.owner, state=state)
    tell(list(Event.objects.filter(verb__startswith="introduction.").order_by("pk")))
    first = Notification.objects.of(graduate.pk).earliest("pk")
    mark_read(user_id=graduate.pk, keys=[first.pk])
    yesterday = timezone.now() - timedelta(days=1)
    Notification.objects.filter(pk=first.pk).update(created_at=yesterday)


def _newcomers(emails: dict[str, str]) -> None:
    emails[NEWCOMER] = make.an_account(email="newcomer@demo.silah.example").email
    beginner = make.a_graduate(verified=False, submitted_at=timezone.now() - timedelta(days=2))
    emails[BEGINNER] = make.acts_for(beginner, email="beginner@demo.silah.example").email


def desks(addresses: dict[str, str]) -> list[tuple[Any, ...]]:
    """(name, address, reader) of each page, and its status where that is not 200."""
    dashboard, saved = reverse("dashboard"), reverse("saved")
    readers = (*ROLES, NEWCOMER, BEGINNER)
    return [
        *((f"dashboard-{reader.replace('.', '-')}", dashboard, reader) for reader in readers),
        ("saved", saved, "graduate"),
        ("saved-people", f"{saved}?show=people", "graduate"),
        ("saved-searches", f"{saved}?show=searches", "graduate"),
        ("saved-empty", saved, "mentor"),
        ("notifications", reverse("notifications"), "graduate"),
        ("notifications-empty", reverse("notifications"), NEWCOMER),
        ("mail-about-news", reverse("account-notices"), "graduate"),
        ("stop-mail", addresses["stop-mail"], ""),
        ("stop-mail-bad", reverse("stop-notices", args=["x"]), "", HTTPStatus.NOT_FOUND),
        ("openings-to-save", f"{reverse('openings')}?mode=remote", "graduate"),
        *((name, addresses[name], "graduate") for name in BETWEEN),
        ("consents-empty", reverse("consents"), BEGINNER),
        ("stop-alerts", addresses["stop"], ""),
        ("stop-alerts-bad", reverse("stop-alerts", args=["x"]), "", HTTPStatus.NOT_FOUND),
    ]
