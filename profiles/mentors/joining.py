"""What is made when somebody becomes a mentor."""

from profiles.mentors.models import Mentor
from profiles.models import Profile, User


def make(profile: Profile, user: User) -> None:
    Mentor.objects.create(profile=profile)
