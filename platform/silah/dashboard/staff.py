"""What waits for programme staff, with the page of the administration where it is done."""

from django.db.models import Count, Min
from django.urls import reverse
from django.utils.timesince import timesince
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ledger.models import Outbox
from profiles.models import Profile, SkillProposal
from silah.dashboard.needs import Need


def queues() -> list[Need]:
    """The queues that hold something, in three queries."""
    return [need for need in (_to_verify(), _proposed(), _undelivered()) if need is not None]


def _to_verify() -> Need | None:
    waiting = Profile.objects.filter(submitted_at__isnull=False, verified_at__isnull=True)
    found = waiting.aggregate(number=Count("pk"), first=Min("submitted_at"))
    if not found["number"]:
        return None
    title = ngettext(
        "One profile waits to be verified",
        "%(number)d profiles wait to be verified",
        found["number"],
    )
    text = _("The oldest has waited for %(time)s.") % {"time": timesince(found["first"], depth=1)}
    queue = "admin:profiles_profile_changelist"
    url = f"{reverse(queue)}?verified_at__isnull=True&submitted_at__isnull=False"
    return Need(title % found, text, _("Open the queue"), url)


def _proposed() -> Need | None:
    number = SkillProposal.objects.filter(state=SkillProposal.State.OPEN).count()
    if not number:
        return None
    title = ngettext("One skill is proposed", "%(number)d skills are proposed", number)
    text = _("Nobody finds or is matched by it until it is taken in, or joined to another one.")
    url = f"{reverse('admin:profiles_skillproposal_changelist')}?state__exact=open"
    return Need(title % {"number": number}, text, _("Look at them"), url)


def _undelivered() -> Need | None:
    number = Outbox.objects.filter(state=Outbox.State.FAILED).count()
    if not number:
        return None
    title = ngettext(
        "One piece of news was not delivered",
        "%(number)d pieces of news were not delivered",
        number,
    )
    text = _("Matches or mail that should have followed are missing until it is tried again.")
    url = f"{reverse('admin:ledger_outbox_changelist')}?state__exact=failed"
    return Need(title % {"number": number}, text, _("Look at them"), url)
