"""What is made when somebody becomes a graduate."""

from profiles.graduates.models import Graduate
from profiles.models import Profile, User


def make(profile: Profile, user: User) -> None:
    Graduate.objects.create(profile=profile)
