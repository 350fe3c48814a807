"""What is made when somebody becomes an investor."""

from profiles.investors.models import Investor
from profiles.models import Profile, User


def make(profile: Profile, user: User) -> None:
    Investor.objects.create(profile=profile, type="")
