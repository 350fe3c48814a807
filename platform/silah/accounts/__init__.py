"""Joining, logging in and keeping an account safe: what we add to django-allauth."""
