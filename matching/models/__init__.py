"""Who should meet whom: openings, candidacies, weights, the best matches and who never meets."""

from matching.models.candidacies import Candidacy, CandidacySkill
from matching.models.exclusions import Exclusion
from matching.models.freshness import IndexChange, IndexGeneration, IndexPiece
from matching.models.openings import Opening, OpeningSkill
from matching.models.ranking import TopMatches
from matching.models.saved import SavedItem, SavedSearch
from matching.models.terms import Terms
from matching.models.weights import WeightSet

__all__ = [
    "Candidacy",
    "CandidacySkill",
    "Exclusion",
    "IndexChange",
    "IndexGeneration",
    "IndexPiece",
    "Opening",
    "OpeningSkill",
    "SavedItem",
    "SavedSearch",
    "Terms",
    "TopMatches",
    "WeightSet",
]
