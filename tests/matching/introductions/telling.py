"""Two sides with accounts of their own, and what each of them has been told."""

from collections.abc import Iterator

from django.db.models import QuerySet

from ledger import notices, tasks
from ledger.models import Mail, Notification, Outbox
from ledger.notices import Line
from matching.models import Candidacy, Opening
from profiles.letters.reading import as_read_by
from profiles.models import User
from profiles.recognition import viewer_of
from tests import make


def a_pair(title: str = "Backend developer") -> tuple[Opening, Candidacy, User, User]:
    """A job and a search, the owner of the firm and the graduate."""
    job, search = make.a_job(title=title), make.looks_for_a_job(make.a_graduate())
    return job, search, make.acts_for(job.owner), make.acts_for(search.profile)


def deliver() -> None:
    for row in Outbox.objects.filter(handler=notices.TELL):
        tasks.deliver(row.pk)
    assert not Outbox.objects.filter(handler=notices.TELL, state="pending").exists()


def news_arrives() -> None:
    """Everything that is owed, and what follows from it."""
    while owed := Outbox.objects.filter(state=Outbox.State.PENDING).first():
        tasks.deliver(owed.pk)


def told(user: User) -> dict[str, Line]:
    """Delivered first; by verb, each as this account reads it now."""
    deliver()
    return dict(_lines(user, Notification.objects.of(user.pk).newest_first()))


def _lines(user: User, rows: "QuerySet[Notification]") -> Iterator[tuple[str, Line]]:
    with as_read_by(user):
        lines = notices.lines_of(list(rows), viewer_of(user).as_party)
    for row in rows:
        if row.pk in lines:
            yield row.kind, lines[row.pk]


def mails_to(user: User) -> list[Mail]:
    return list(Mail.objects.filter(to=user.email).order_by("pk"))
