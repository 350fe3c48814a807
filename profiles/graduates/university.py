"""A university vouches for a graduate: whoever reads mail at its domain studied or works there."""

import secrets
from datetime import timedelta

from django.core.mail import EmailMessage
from django.db import IntegrityError, transaction
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.crypto import constant_time_compare, salted_hmac
from django.utils.translation import gettext as _
from django.utils.translation import override

from ledger.actions import record
from profiles.actions import set_details, verify
from profiles.graduates.models import Graduate, UniversityMail
from profiles.models import Profile, University

HOW = "university_email"
CODE_SENT = "university.code_sent"
UNIVERSITY_CONFIRMED = "university.confirmed"
LASTS = timedelta(minutes=10)
BETWEEN = timedelta(minutes=1)
TRIES, SENDINGS = 5, 10


class RefusedError(Exception):
    """A sentence for the graduate: why not, and what to do."""


def university_at(address: str) -> University | None:
    """The university whose domain the address is at, or under."""
    labels = address.rpartition("@")[2].lower().rstrip(".").split(".")
    domains = [".".join(labels[start:]) for start in range(len(labels) - 1)]
    found: University | None = University.objects.filter(domains__overlap=domains).first()
    return found


def waiting(profile: Profile) -> UniversityMail | None:
    """The mail whose code may still be given."""
    mail = _mail_of(profile)
    is_good = mail and not mail.confirmed_at and mail.tries < TRIES and not _is_late(mail)
    return mail if is_good else None


def is_confirmed(profile: Profile) -> bool:
    mail = _mail_of(profile)
    return mail is not None and mail.confirmed_at is not None


def _mail_of(profile: Profile) -> UniversityMail | None:
    return getattr(profile.graduate, "university_mail", None)


def _is_late(mail: UniversityMail) -> bool:
    return mail.sent_at < timezone.now() - LASTS


@transaction.atomic
def send_code(*, profile: Profile, address: str, by_id: int | None) -> UniversityMail:
    """Mail a code to the address. Raises RefusedError where that is not possible now."""
    graduate = Graduate.objects.select_for_update().get(pk=profile.pk)
    university = university_at(address)
    if university is None:
        raise RefusedError(_unknown(address))
    mail = UniversityMail.objects.filter(graduate=graduate).first() or UniversityMail(
        graduate=graduate
    )
    _not_too_often(mail)
    code = f"{secrets.randbelow(10**6):06}"
    mail.university, mail.address_hash = university, _hashed("address", _one_mailbox(address))
    mail.code_hash = _hashed("code", f"{graduate.pk}:{code}")
    mail.sent_at, mail.sendings, mail.tries = timezone.now(), mail.sendings + 1, 0
    mail.confirmed_at = None
    mail.save()
    codes = {"university": university.pk}
    record(verb=CODE_SENT, subject=profile, actor_id=by_id, codes=codes)
    _post(profile, address, code)
    profile.graduate.university_mail = mail
    return mail


def confirm(*, profile: Profile, code: str, by_id: int | None) -> None:
    """The code came back. Raises RefusedError with what is wrong; every try counts."""
    if not _is_right(profile, code):
        raise RefusedError(_("That is not the code that we sent. Read it in the mail again."))
    try:
        _confirmed(profile, by_id)
    except IntegrityError:
        raise RefusedError(
            _("This address verifies another profile already. Use another, or ask programme staff.")
        ) from None


@transaction.atomic
def _is_right(profile: Profile, code: str) -> bool:
    """Counts a try in a transaction of its own, so that no later failure takes it back."""
    mail = UniversityMail.objects.select_for_update().filter(graduate=profile.pk).first()
    if mail is None or mail.tries >= TRIES or _is_late(mail):
        raise RefusedError(_("This code no longer counts. Go back and have a new one sent."))
    mail.tries += 1
    mail.save(update_fields=["tries"])
    digits = "".join(str(int(sign)) for sign in code if sign.isdecimal())
    return constant_time_compare(mail.code_hash, _hashed("code", f"{profile.pk}:{digits}"))


@transaction.atomic
def _confirmed(profile: Profile, by_id: int | None) -> None:
    mail = UniversityMail.objects.select_related("graduate__profile").get(graduate=profile.pk)
    mail.confirmed_at = timezone.now()
    mail.save(update_fields=["confirmed_at"])
    set_details(details=mail.graduate, by_id=by_id, university=mail.university)
    codes = {"university": mail.university_id}
    record(verb=UNIVERSITY_CONFIRMED, subject=profile, actor_id=by_id, codes=codes)
    profile.refresh_from_db(fields=["submitted_at", "verified_at"])
    if profile.submitted_at and not profile.is_verified:
        verify(profile=profile, how=HOW, by_id=by_id)


def proof(profile: Profile) -> str:
    """What verifies a graduate who sends the profile in, "" where staff must look."""
    mail = _mail_of(profile)
    if mail is None or mail.confirmed_at is None:
        return ""
    return HOW if mail.university_id == profile.graduate.university_id else ""


def _not_too_often(mail: UniversityMail) -> None:
    if mail.sent_at and mail.sent_at > timezone.now() - BETWEEN:
        raise RefusedError(_("A code was sent a moment ago. Wait a minute for it to arrive."))
    if mail.sendings >= SENDINGS:
        raise RefusedError(
            _("Ten codes were sent and none came back. Send your profile in: staff check it.")
        )


def _unknown(address: str) -> str:
    return _(
        "We know no university at %(domain)s. Leave this out and send your profile in: programme"
        " staff check your university instead."
    ) % {"domain": address.rpartition("@")[2].lower()}


def _one_mailbox(address: str) -> str:
    """Addresses of one mailbox agree: what follows a plus sign is the owner's to choose."""
    local, _at, domain = address.lower().rpartition("@")
    return f"{local.partition('+')[0]}@{domain}"


def _hashed(what: str, text: str) -> str:
    return salted_hmac(f"university.{what}", text, algorithm="sha256").hexdigest()


def _post(profile: Profile, address: str, code: str) -> None:
    """In the language of the account, because the reader may use another in the browser."""
    language = profile.user.language if profile.user else profile.language
    with override(language):
        text = render_to_string(
            "mail/university_code.txt", {"code": code, "minutes": LASTS.seconds // 60}
        )
        subject = _("Your code for Silah: %(code)s") % {"code": code}
        EmailMessage(subject, text, to=[address]).send()
