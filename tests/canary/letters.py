"""What went out by mail."""

from ledger.models import Mail
from tests.matching.introductions.telling import deliver


def letters() -> str:
    """Delivered first; all that a letter says, its address left out. There is at least one."""
    deliver()
    sent = [f"{mail.subject} {mail.text} {mail.html}" for mail in Mail.objects.all()]
    assert sent
    return " ".join(sent)
