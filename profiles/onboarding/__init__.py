"""From a new account to a complete profile: what is missing, what each item unlocks."""
