"""What needs this person now: each with why, and one thing to do. The most pressing first."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from matching.introductions.models import Introduction
from matching.introductions.saying import answer_due
from matching.models import Opening, SavedSearch
from matching.views.sides import OwnSide
from matching.views.wording import closing, on_day
from profiles.isolation import own_words
from profiles.models import Profile
from silah.dashboard.desk import Desk, Meets, Stated
from silah.dashboard.links import first, url

MOST, MOST_ACCEPTED = 6, 2
State = Introduction.State
CLOSES_SOON = timedelta(days=7)
ENDS_SOON = timedelta(days=14)


@dataclass(frozen=True, slots=True)
class Need:
    title: str
    text: str
    action: str
    url: str


def needs_of(desk: Desk) -> list[Need]:
    """At most so many: who is told everything at once does nothing."""
    found = [
        *_of_introductions(desk),
        *_of_profile(desk),
        *_of_drafts(desk.kept["drafts"]),
        *_of_sides(desk.sides),
        *map(_of_search, desk.news),
    ]
    return found[:MOST]


def _of_introductions(desk: Desk) -> Iterator[Need]:
    """Somebody waits: that comes before all that is one's own alone."""
    yield from (_to_answer(each) for each in desk.meets if each.state == State.WAITING)
    yield from map(_to_confirm, desk.stated)
    accepted = [each for each in desk.meets if each.state == State.ACCEPTED]
    yield from map(_accepted, accepted[:MOST_ACCEPTED])


def _to_answer(each: Meets) -> Need:
    title = _("A request waits for your answer: “%(title)s”") % {"title": own_words(each.title)}
    due = answer_due(each.due_at)
    return Need(title, due, _("Read and answer"), url("introduction", each.public_id))


def _to_confirm(each: Stated) -> Need:
    title = _("Is that what came of it? “%(title)s”") % {"title": own_words(each.title)}
    due = answer_due(each.due_at)
    return Need(title, due, _("Read and answer"), url("engagement", each.public_id))


def _accepted(each: Meets) -> Need:
    title = _("You are introduced: “%(title)s”") % {"title": own_words(each.title)}
    text = _("What each of you shared can be read, until it is revoked.")
    return Need(title, text, _("See the introduction"), url("introduction", each.public_id))


def _of_profile(desk: Desk) -> Iterator[Need]:
    if desk.profile.status == Profile.Status.PAUSED:
        yield Need(
            _("Your profile is paused"),
            _("Nobody new finds you, and nothing is matched, until you resume."),
            _("Resume"),
            first("privacy", "my-profile"),
        )
    if not desk.profile.is_verified:
        yield _unfinished(desk) or _to_send(desk.profile) or _waiting(desk.profile)


def _unfinished(desk: Desk) -> Need | None:
    task = desk.next_task
    if task is None:
        return None
    return Need(str(task.label), str(task.hint), _("Go on"), task.url)


def _to_send(profile: Profile) -> Need | None:
    if profile.submitted_at is not None:
        return None
    return Need(
        _("Send your profile in"),
        _("Programme staff look at every profile once. Then you are found and matched."),
        _("Check your answers"),
        first("profile-check", "my-skills"),
    )


def _waiting(profile: Profile) -> Need:
    assert profile.submitted_at is not None
    day = date_format(timezone.localtime(profile.submitted_at), "DATE_FORMAT")
    return Need(
        _("Sent in on %(day)s, waiting for programme staff") % {"day": day},
        _("They write to you. Meanwhile every opening can be read, and nothing is matched yet."),
        _("Read the openings"),
        url("openings"),
    )


def _of_drafts(number: int) -> Iterator[Need]:
    if number:
        title = ngettext(
            "One form is begun and not saved", "%(number)d forms are begun and not saved", number
        )
        text = _("What you typed is kept until you go on.")
        yield Need(title % {"number": number}, text, _("Go on"), first("my-profile", "my-skills"))


def _of_sides(sides: Iterable[OwnSide]) -> Iterator[Need]:
    """Openings and consents that end soon, the soonest first; then what rests."""
    timed = [(day, own) for own in sides if (day := _last_day(own)) is not None]
    yield from (_ending(own) for _, own in sorted(timed, key=lambda pair: pair[0]))
    yield from (_resting(own) for own in sides if own.row.status in ("paused", "draft"))


def _last_day(own: OwnSide) -> date | None:
    """The last day of what ends soon, `None` of everything else."""
    row, today = own.row, timezone.localdate()
    if isinstance(row, Opening):
        day, soon, lives = row.closes_on, CLOSES_SOON, row.is_open
    else:
        day, soon, lives = row.until, ENDS_SOON, row.is_active
    return day if lives and day is not None and day <= today + soon else None


def _ending(own: OwnSide) -> Need:
    row = own.row
    if isinstance(row, Opening):
        title = _("“%(title)s” %(closes)s") % {
            "title": own_words(row.title),
            "closes": closing(row),
        }
        text = _("After that it is neither listed nor matched. Extend it, or let it close.")
        return Need(title, text, _("Look at it"), _page(own))
    assert row.until is not None
    title = _("Your consent to be matched ends on %(day)s: %(kind)s") % {
        "day": on_day(row.until),
        "kind": own.label,
    }
    return Need(
        title, _("After that you appear to nobody there until you renew it."),
        _("Renew or let it end"), _page(own),
    )  # fmt: skip


def _resting(own: OwnSide) -> Need:
    title = _("Paused: %(title)s") if own.row.status == "paused" else _("A draft: %(title)s")
    said = own_words(own.label) if own.label else _("No title yet")
    text = _("It is neither listed nor matched meanwhile.")
    return Need(title % {"title": said}, text, _("Look at it"), _page(own))


def _page(own: OwnSide) -> str:
    """Where it is changed; where it is read, until it can be changed."""
    change = url(f"check-{own.side}", own.row.public_id)
    read = url("opening", own.row.public_id) if isinstance(own.row, Opening) else url("my-matches")
    return change or read


def _of_search(search: SavedSearch) -> Need:
    title = ngettext(
        "One new result: %(label)s", "%(news)d new results: %(label)s", search.news
    ) % {"news": search.news, "label": own_words(search.label)}
    text = _("A search that you saved has found something new.")
    return Need(title, text, _("Show them"), url("saved-search", search.public_id))
