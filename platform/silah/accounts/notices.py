"""What was done to an account, as one is told by mail."""

from typing import Any

from django.utils.functional import Promise
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

NOTICES: dict[str, Promise] = {
    "account/email/email_changed": _("The e-mail address is now {to_email}."),
    "account/email/email_confirm": _("The e-mail address was confirmed."),
    "account/email/email_deleted": _("The e-mail address {deleted_email} was removed."),
    "account/email/password_changed": _("The password was changed."),
    "account/email/password_reset": _("A new password was chosen, with a code sent by mail."),
    "account/email/password_set": _("A password was set."),
    "mfa/email/totp_activated": _("An app that shows codes was set up as a second factor."),
    "mfa/email/totp_deactivated": _("The app that shows codes is no second factor any more."),
    "mfa/email/webauthn_added": _("A passkey was added."),
    "mfa/email/webauthn_removed": _("A passkey was removed."),
    "mfa/email/recovery_codes_generated": _("New recovery codes were made; the old ones are void."),
    "socialaccount/email/account_connected": _("{provider} can be used to log in."),
    "socialaccount/email/account_disconnected": _("{provider} can no longer be used to log in."),
}


def notice(template: str, facts: dict[str, Any]) -> Promise:
    """The sentence for one of allauth's templates, said in the language that is active then."""
    sentence: Promise = format_lazy(NOTICES[template], **facts)
    return sentence
