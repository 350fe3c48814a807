"""Forms of allauth, as we need them."""

from typing import Any
from uuid import uuid4

from allauth.account.forms import (
    AddEmailForm,
    ChangePasswordForm,
    ConfirmEmailVerificationCodeForm,
    ConfirmLoginCodeForm,
    ConfirmPasswordResetCodeForm,
    LoginForm,
    RequestLoginCodeForm,
    ResetPasswordForm,
    ResetPasswordKeyForm,
    SetPasswordForm,
    SignupForm,
)
from django import forms
from django.db import IntegrityError, transaction
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from silah.accounts.digits import CodeField

PASSWORD_RULES = _(
    "At least 8 characters, not only digits, not a common word, not like your e-mail."
)


LABELS = {
    "email": _("E-mail"),
    "login": _("E-mail"),
    "oldpassword": _("Current password"),
    "password1": _("New password"),
}


class OurLabels(forms.Form):
    """Fields of allauth are called as the rest of the site calls them."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in LABELS.keys() & self.fields.keys():
            self.fields[name].label = LABELS[name]


class EnterForm(OurLabels, LoginForm):  # type: ignore[misc]  # allauth is untyped here
    """By e-mail and password."""


class EnterByCodeForm(OurLabels, RequestLoginCodeForm):  # type: ignore[misc]
    """By a code that is sent."""


class ForgotForm(OurLabels, ResetPasswordForm):  # type: ignore[misc]
    """A code for a new password is sent."""


class OtherEmailForm(OurLabels, AddEmailForm):  # type: ignore[misc]
    """In place of the address that counts now."""


class JoinForm(OurLabels, SignupForm):  # type: ignore[misc]
    """E-mail and password; the role was chosen at the door.

    For an address that has an account already everything looks and lasts as for a new one: the
    same rows are written for nobody and taken back.
    """

    account_already_exists: bool
    cleaned_data: dict[str, Any]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["role"].widget = forms.HiddenInput()
        self.fields["password1"].label = _("Password")
        self.fields["password1"].help_text = PASSWORD_RULES

    def try_save(self, request: HttpRequest) -> Any:
        if self.account_already_exists:
            self._open_for_nobody(request)
            return super().try_save(request)
        try:
            with transaction.atomic():
                return super().try_save(request)
        except IntegrityError:  # somebody else joined with this address a moment ago
            self.account_already_exists = True
            return super().try_save(request)

    def _open_for_nobody(self, request: HttpRequest) -> None:
        typed = self.cleaned_data
        self.cleaned_data = typed | {"email": f"{uuid4().hex}@nobody.invalid"}
        self.account_already_exists = False
        with transaction.atomic():
            self.save(request)
            transaction.set_rollback(True)
        self.cleaned_data, self.account_already_exists = typed, True


class EmailCodeForm(ConfirmEmailVerificationCodeForm):  # type: ignore[misc]
    code = CodeField()


class LoginCodeForm(ConfirmLoginCodeForm):  # type: ignore[misc]
    code = CodeField()


class ResetCodeForm(ConfirmPasswordResetCodeForm):  # type: ignore[misc]
    code = CodeField()


class OnePassword(OurLabels):
    """A new password is typed once: who mistypes it asks for a code and chooses another."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["password1"].help_text = PASSWORD_RULES
        del self.fields["password2"]


class NewPasswordForm(OnePassword, ChangePasswordForm):  # type: ignore[misc]
    """In place of the one that is known."""


class FirstPasswordForm(OnePassword, SetPasswordForm):  # type: ignore[misc]
    """Where there was none."""


class ForgottenPasswordForm(OnePassword, ResetPasswordKeyForm):  # type: ignore[misc]
    """In place of the one that was forgotten."""
