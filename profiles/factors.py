"""Whether an account has a second factor: until it has one, its rights as staff rest."""

from allauth.mfa.models import Authenticator

from profiles.models import User

STRONG = [Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN]
"""Recovery codes alone are no second factor: they only stand in for one."""


def has_second_factor(user: User) -> bool:
    return bool(Authenticator.objects.filter(user=user, type__in=STRONG).exists())
