"""What is said before somebody changes what was checked."""

from collections.abc import Callable

from django.utils.translation import gettext as _

from profiles.actions import rests_on
from profiles.models import Profile


def where_checked(*fields: str) -> Callable[[Profile], str]:
    """A question about these fields warns those whose badge rests on them."""

    def caution(profile: Profile) -> str:
        if not rests_on(profile, fields):
            return ""
        return _(
            "This was checked when you were verified. Change it, and your profile waits for"
            " programme staff again; until then others do not find it."
        )

    return caution
