"""Who is looking: ids only, built once per request for pages, API and admin alike."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Viewer:
    """A reader and the roles they hold. `ANONYMOUS` is the stranger.

    profile_ids: own profiles and those of the firms one is a member of
    acting_profile_id: the one of them that the reader acts as; `None` where there is none
    verified_kinds: kinds of those profiles that staff or an import verified
    countries: where those profiles are, for other people's silent exclusions
    """

    user_id: int | None = None
    profile_ids: frozenset[int] = frozenset()
    acting_profile_id: int | None = None
    verified_kinds: frozenset[str] = frozenset()
    countries: frozenset[str] = frozenset()
    is_staff: bool = False

    @property
    def is_verified(self) -> bool:
        return bool(self.verified_kinds)

    def owns(self, profile_id: int) -> bool:
        return profile_id in self.profile_ids


ANONYMOUS = Viewer()
