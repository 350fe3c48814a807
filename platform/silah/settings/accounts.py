"""Who one is: signing up by e-mail code, logging in, second factors, limits. By django-allauth."""

from silah import env

AUTH_USER_MODEL = "profiles.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.PBKDF2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator"},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]

# Limits are per address: behind a proxy the last hop is not who asks.
ALLAUTH_TRUSTED_PROXY_COUNT = 1 if env.BEHIND_TLS else 0
ACCOUNT_ADAPTER = "silah.accounts.adapter.Accounts"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_SIGNUP_FORM_CLASS = "silah.accounts.joining.RoleForm"
ACCOUNT_FORMS = {
    "signup": "silah.accounts.forms.JoinForm",
    "login": "silah.accounts.forms.EnterForm",
    "request_login_code": "silah.accounts.forms.EnterByCodeForm",
    "reset_password": "silah.accounts.forms.ForgotForm",
    "add_email": "silah.accounts.forms.OtherEmailForm",
    "confirm_email_verification_code": "silah.accounts.forms.EmailCodeForm",
    "confirm_login_code": "silah.accounts.forms.LoginCodeForm",
    "confirm_password_reset_code": "silah.accounts.forms.ResetCodeForm",
    "change_password": "silah.accounts.forms.NewPasswordForm",
    "set_password": "silah.accounts.forms.FirstPasswordForm",
    "reset_password_from_key": "silah.accounts.forms.ForgottenPasswordForm",
}
MFA_FORMS = {
    "authenticate": "silah.accounts.factor_forms.FactorForm",
    "reauthenticate": "silah.accounts.factor_forms.FactorAgainForm",
    "activate_totp": "silah.accounts.factor_forms.AppForm",
    "add_webauthn": "silah.accounts.factor_forms.PasskeyForm",
    "edit_webauthn": "silah.accounts.factor_forms.PasskeyNameForm",
}
# One address an account: changing it means verifying the new one first.
ACCOUNT_CHANGE_EMAIL = True
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_REAUTHENTICATION_REQUIRED = True
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "dashboard"
LOGOUT_REDIRECT_URL = "home"

# A code works on a phone whose mail opens in another browser; a link would not.
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_ENABLED = True
ACCOUNT_EMAIL_VERIFICATION_SUPPORTS_RESEND = True
ACCOUNT_LOGIN_BY_CODE_ENABLED = True
ACCOUNT_LOGIN_BY_CODE_SUPPORTS_RESEND = True
ACCOUNT_LOGIN_BY_CODE_TIMEOUT = 15 * 60
ACCOUNT_PASSWORD_RESET_BY_CODE_ENABLED = True
ACCOUNT_PASSWORD_RESET_BY_CODE_TIMEOUT = 15 * 60
ALLAUTH_USER_CODE_FORMAT = {"numeric": True, "dashed": False, "length": 6}

MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_ISSUER = "Silah"
MFA_TOTP_TOLERANCE = 1
# Browsers allow passkeys on http://localhost alone, which is where a demo runs.
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not env.BEHIND_TLS
MFA_ADAPTER = "silah.accounts.second_factor.Factors"
