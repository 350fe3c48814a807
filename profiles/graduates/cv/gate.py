"""Who may read the file of a CV: its owner and programme staff, nobody else yet."""

from typing import cast

from django.http import HttpRequest

from ledger.models import PrivateFile
from profiles.middleware import ViewedRequest

PURPOSE = "cv"


def may_read(request: HttpRequest, file: PrivateFile) -> bool:
    viewer = cast(ViewedRequest, request).viewer
    return viewer.is_staff or (viewer.user_id is not None and viewer.user_id == file.owner_id)
