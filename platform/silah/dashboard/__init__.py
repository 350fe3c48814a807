"""The first page after logging in: what needs this person now, then matches, saved, numbers."""
