"""Signing in through others: each door exists only where its keys are in the environment."""

from typing import Any
from urllib.parse import urlsplit

from silah import env

_doors = [
    ("google", "Google", "https://accounts.google.com", env.GOOGLE_CLIENT_ID),
    ("linkedin", "LinkedIn", "https://www.linkedin.com/oauth", env.LINKEDIN_CLIENT_ID),
    ("oidc", env.OIDC_NAME, env.OIDC_SERVER_URL, env.OIDC_CLIENT_ID),
]
_secrets = {
    "google": env.GOOGLE_CLIENT_SECRET,
    "linkedin": env.LINKEDIN_CLIENT_SECRET,
    "oidc": env.OIDC_CLIENT_SECRET,
}


def _app(slug: str, name: str, server: str, client_id: str) -> dict[str, Any]:
    return {
        "provider_id": slug,
        "name": name,
        "client_id": client_id,
        "secret": _secrets[slug],
        "settings": {"server_url": server},
    }


_open = [door for door in _doors if door[2] and door[3]]
SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"APPS": [_app(*door) for door in _open]}}
SIGN_IN_ORIGINS = ["{0.scheme}://{0.netloc}".format(urlsplit(door[2])) for door in _open]

SOCIALACCOUNT_ADAPTER = "silah.accounts.social.VerifiedOnly"
# Nobody joins without a role, so the form is always shown.
SOCIALACCOUNT_AUTO_SIGNUP = False
# A known person is recognised by an address that both sides have verified (silah.accounts.social).
SOCIALACCOUNT_EMAIL_AUTHENTICATION = True
SOCIALACCOUNT_EMAIL_AUTHENTICATION_AUTO_CONNECT = True
SOCIALACCOUNT_REAUTHENTICATION_REQUIRED = True
