"""Openings and matches for partner systems; what all endpoints share is set in the settings."""
