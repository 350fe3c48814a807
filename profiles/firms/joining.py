"""What is made when somebody signs a firm up: the firm, and themselves as its owner."""

from profiles.firms.models import Firm, FirmMember
from profiles.models import Profile, User


def make(profile: Profile, user: User) -> None:
    firm = Firm.objects.create(profile=profile)
    FirmMember.objects.create(firm=firm, user=user, role=FirmMember.Role.OWNER)
