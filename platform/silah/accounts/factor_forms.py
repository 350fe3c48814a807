"""Forms of the second factor: codes from an app or from the list of recovery codes."""

from allauth.mfa.base.forms import AuthenticateForm, ReauthenticateForm
from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.webauthn.forms import AddWebAuthnForm, EditWebAuthnForm
from django import forms
from django.utils.translation import gettext_lazy as _

from silah.accounts.digits import CodeField


class FactorForm(AuthenticateForm):  # type: ignore[misc]  # allauth is untyped here
    code = CodeField()


class FactorAgainForm(ReauthenticateForm):  # type: ignore[misc]
    code = CodeField()


class AppForm(ActivateTOTPForm):  # type: ignore[misc]
    code = CodeField()


class PasskeyForm(AddWebAuthnForm):  # type: ignore[misc]
    name = forms.CharField(label=_("Name"), required=False, max_length=100)
    passwordless = forms.BooleanField(
        label=_("Log in with it alone, without e-mail and password"), required=False, initial=True
    )


class PasskeyNameForm(EditWebAuthnForm):  # type: ignore[misc]
    name = forms.CharField(label=_("Name"), max_length=100)
