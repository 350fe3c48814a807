from matching.engagements.models.agreements import Agreement
from matching.engagements.models.engagements import Engagement
from matching.engagements.models.ladder import RestingStep
from matching.engagements.models.referrals import Referral

__all__ = ["Agreement", "Engagement", "Referral", "RestingStep"]
