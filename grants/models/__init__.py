from grants.models.checks import Check
from grants.models.programmes import Programme, RuleSet
from grants.models.routes import RouteFact, TalentPlace
from grants.models.setting_up import SetupTick

__all__ = ["Check", "Programme", "RouteFact", "RuleSet", "SetupTick", "TalentPlace"]
