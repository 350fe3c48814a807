from grants.models.checks import Check
from grants.models.programmes import Programme, RuleSet

__all__ = ["Check", "Programme", "RuleSet"]
