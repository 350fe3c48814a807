"""Everybody planted lets one company read up to a step; which canaries that opens, said anew."""

from datetime import timedelta

from django.utils import timezone

from profiles.actions import consents
from profiles.models import Profile
from profiles.steps import Step
from tests.canary.planting import Planted, Secret

OPENED: dict[Step, set[str]] = {
    Step.REGION: set(),
    Step.NAME: {"legal_name", "website"},
    Step.CONTACT: {"legal_name", "website", "email", "phone", "address"},
}
"""Fields of the identity that a reader at this step reads; capability they read at each."""
HIDDEN, UNVERIFIED = "gone mentor", "gone graduate"
DAYS = 10


def let_read(planted: Planted, reader: Profile, step: Step) -> None:
    """Of those planted one is not verified, and one has vanished since."""
    until = timezone.localdate() + timedelta(days=DAYS)
    for owner in planted.profiles:
        consents.give(owner=owner, to=reader, step=step, purpose="hiring", until=until, by_id=None)


def take_back(planted: Planted, reader: Profile) -> None:
    for owner in planted.profiles:
        assert consents.revoke(owner=owner, to=reader, by_id=None)


def opened_to(planted: Planted, role: str, step: Step) -> set[str]:
    """Make the role a reader of what the step opens; returns those values of identities."""
    opened = set()
    for value, secret in planted.withheld.items():
        whose, _, field = secret.where.partition(".")
        is_capability = "company" in secret.readers or _told_by_unverified(planted, value)
        is_identity = field.startswith("identity.") and whose != HIDDEN
        is_opened = is_identity and field.removeprefix("identity.") in OPENED[step]
        if is_capability or is_opened:
            planted.withheld[value] = Secret(secret.where, secret.readers | {role})
        if is_opened:
            opened.add(value)
    return opened


def _told_by_unverified(planted: Planted, value: str) -> bool:
    """What the unverified graduate says of their work: the same fields as the verified one's."""
    whose, _, field = planted.withheld[value].where.partition(".")
    if whose != UNVERIFIED:
        return False
    same = (each for each in planted.withheld.values() if each.where == f"graduate.{field}")
    return any("company" in each.readers for each in same)
