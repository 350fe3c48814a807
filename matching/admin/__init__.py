"""Staff's doors to openings, candidacies, exclusions, weights, stored matches and indexes."""

from matching.admin import candidacies, exclusions, freshness, openings, ranking, weights

__all__ = ["candidacies", "exclusions", "freshness", "openings", "ranking", "weights"]
