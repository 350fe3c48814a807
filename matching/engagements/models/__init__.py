from matching.engagements.models.agreements import Agreement
from matching.engagements.models.engagements import Engagement

__all__ = ["Agreement", "Engagement"]
