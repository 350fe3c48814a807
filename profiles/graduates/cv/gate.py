"""Who may read the file of a CV: its owner and programme staff, nobody else yet."""

from django.http import HttpRequest

from ledger.models import PrivateFile
from profiles.models import User

PURPOSE = "cv"


def may_read(request: HttpRequest, file: PrivateFile) -> bool:
    user = request.user
    if not isinstance(user, User) or not user.is_active:
        return False
    return user.is_staff or user.pk == file.owner_id
