from matching.engagements.models.agreements import Agreement
from matching.engagements.models.engagements import Engagement
from matching.engagements.models.ladder import RestingStep
from matching.engagements.models.referrals import Referral
from matching.engagements.models.reviews import Review
from matching.engagements.models.sessions import Absence, Session

__all__ = [
    "Absence",
    "Agreement",
    "Engagement",
    "Referral",
    "RestingStep",
    "Review",
    "Session",
]
