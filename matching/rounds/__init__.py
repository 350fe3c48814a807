"""Cohort rounds: both sides rank each other, and everybody is assigned at once."""
