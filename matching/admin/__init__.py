"""Staff's doors to openings, candidacies, exclusions, weights and stored matches."""

from matching.admin import candidacies, exclusions, openings, ranking, weights

__all__ = ["candidacies", "exclusions", "openings", "ranking", "weights"]
