"""An identity provider of our own: stands in for Google and LinkedIn, by real redirects and tokens.

It is another site with people, settings and a database (SQLite, in a test's folder) of its own.
"""
