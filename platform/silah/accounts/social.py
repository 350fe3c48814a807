"""Signing in through others: whom we recognise by an address."""

from allauth.account.models import EmailAddress
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialLogin


class VerifiedOnly(DefaultSocialAccountAdapter):  # type: ignore[misc]  # allauth is untyped here
    """An account is recognised by an address only where both sides have verified it.

    allauth asks for addresses that the provider verified. Ours must be verified too: whoever
    opened an account with another person's address must not be handed that person's sign-in.
    """

    def can_authenticate_by_email(self, login: SocialLogin, email: str) -> bool:
        ours = EmailAddress.objects.filter(email=email.lower(), verified=True)
        allowed: bool = super().can_authenticate_by_email(login, email)
        return allowed and ours.exists()
