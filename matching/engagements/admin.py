"""Staff's doors to what came of introductions; each part of it registers its own."""

from matching.engagements.reviews.admin import ReviewAdmin
from matching.engagements.sessions.admin import AbsenceAdmin, SessionAdmin

__all__ = ["AbsenceAdmin", "ReviewAdmin", "SessionAdmin"]
