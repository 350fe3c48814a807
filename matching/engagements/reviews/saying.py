"""Reviews in words: what is asked, what each rating is called, and who reads the answer."""

from django.utils import timezone
from django.utils.translation import gettext as _

from matching.engagements.models import Review
from matching.engagements.models.reviews import OPEN_FOR
from matching.views.wording import on_day

Kind = Review.Kind


def question_of(row: Review) -> str:
    if row.kind == Kind.SESSION and row.session and row.session.starts_at:
        day = on_day(timezone.localtime(row.session.starts_at).date())
        return _("How did the session of %(day)s go?") % {"day": day}
    return {
        Kind.SESSION: _("How did the session go?"),
        Kind.CHECK: _("Is it going as agreed?"),
        Kind.EVALUATION: _("How are they doing?"),
        Kind.END: _("How was it, all in all?"),
    }[Kind(row.kind)]


def ratings_of(kind: str) -> list[tuple[int, str]]:
    """(value, words), the best first."""
    words = {
        Kind.CHECK: (
            _("Fully as agreed"),
            _("Mostly as agreed"),
            _("Partly as agreed"),
            _("Hardly as agreed"),
            _("Not as agreed"),
        ),
    }.get(
        Kind(kind),
        (_("Very well"), _("Well"), _("Neither well nor badly"), _("Badly"), _("Very badly")),
    )
    return list(zip((5, 4, 3, 2, 1), words, strict=True))


def rating_of(row: Review) -> str:
    return dict(ratings_of(row.kind)).get(row.rating or 0, "")


def again_of(row: Review) -> str:
    """Whether they would do it again, "" where that was not asked."""
    if row.again is None:
        return ""
    return _("Would do it again") if row.again else _("Would not do it again")


def readers_of(row: Review) -> str:
    """Who reads what is answered, said before it is sent."""
    if row.is_private:
        return _("Only you and programme staff read your answer. The other side never does.")
    return _("Both of you read your answer, and programme staff do.")


def last_day_of(row: Review) -> str:
    """Until when it can be given, of one that was asked for."""
    assert row.asked_at is not None
    return on_day(timezone.localtime(row.asked_at + OPEN_FOR).date())
