"""Who is looking: ids only, built once per request for pages, API and admin alike."""

from dataclasses import dataclass, replace
from typing import Self


@dataclass(frozen=True, slots=True)
class Role:
    """A profile that the reader may act as. label and hint are for the reader's eyes alone.

    firm_type: of a firm, else ""
    """

    profile_id: int
    public_id: str
    kind: str
    label: str
    hint: str
    firm_type: str = ""
    is_verified: bool = False


@dataclass(frozen=True, slots=True)
class Viewer:
    """A reader and the roles they hold. `ANONYMOUS` is the stranger.

    profile_ids: own profiles and those of the firms one is a member of
    hidden_ids: such profiles that are hidden: still one's own to read, and nothing else
    written_ids: of profile_ids those that one may change and decide for, not only read
    roles: the same, to choose from, the oldest first
    acting_profile_id: the one of them that the reader acts as; `None` where there is none
    verified_kinds: kinds of those profiles that staff or an import verified
    countries, sectors: where those profiles are and what they do, for other people's silent
        exclusions
    excluded_countries, excluded_sectors: their own silent exclusions
    consents: (profile id, step) of whoever let one of those profiles read further
    """

    user_id: int | None = None
    profile_ids: frozenset[int] = frozenset()
    hidden_ids: frozenset[int] = frozenset()
    written_ids: frozenset[int] = frozenset()
    roles: tuple[Role, ...] = ()
    acting_profile_id: int | None = None
    verified_kinds: frozenset[str] = frozenset()
    countries: frozenset[str] = frozenset()
    sectors: frozenset[str] = frozenset()
    excluded_countries: frozenset[str] = frozenset()
    excluded_sectors: frozenset[str] = frozenset()
    consents: frozenset[tuple[int, int]] = frozenset()
    is_staff: bool = False

    @property
    def is_verified(self) -> bool:
        return bool(self.verified_kinds)

    def owns(self, profile_id: int) -> bool:
        """Whether it is one's own, hidden or not."""
        return profile_id in self.profile_ids or profile_id in self.hidden_ids

    def step_given(self, profile_id: int) -> int:
        """How far its owner lets this reader read, 0 where nothing was said."""
        return max((step for owner, step in self.consents if owner == profile_id), default=0)

    def without_consents(self) -> Self:
        """The same reader, where nobody let them read further."""
        return replace(self, consents=frozenset())

    def as_member(self) -> Self:
        """The same reader without what programme staff may do."""
        return replace(self, is_staff=False)

    def writes_for(self, profile_id: int) -> bool:
        """Whether one speaks for it: as its person, or as more than a reader of the firm."""
        return profile_id in self.written_ids

    @property
    def as_party(self) -> "Viewer":
        """The same reader without what staff may read: for what is told them as one of two."""
        return replace(self, is_staff=False)


ANONYMOUS = Viewer()
