"""PostgreSQL and Redis, the same in development, tests and production."""

import dj_database_url

from silah import env

DATABASES = {
    "default": dj_database_url.parse(env.DATABASE_URL, conn_max_age=60, conn_health_checks=True)
}
# Sessions and the limits of logging in live in PostgreSQL: a dead Redis must never keep people out,
# log them out or lose what they save, and guessing passwords stays limited meanwhile.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "silah_cache",
        "OPTIONS": {"MAX_ENTRIES": 100_000},
    }
}
SESSION_ENGINE = "django.contrib.sessions.backends.db"

# Index generations of the engine: one folder per rebuild, opened memory-mapped by the workers.
INDEX_ROOT = env.STATE / "index"
INDEX_IS_SHARED = env.INDEX_SHARED

# Private files: shared by everything that serves pages, backed up with the database, never served
# from a web server's folder.
FILES_ROOT = env.STATE / "files"
