"""PostgreSQL and Redis, the same in development, tests and production."""

import dj_database_url

from silah import env

DATABASES = {
    "default": dj_database_url.parse(env.DATABASE_URL, conn_max_age=60, conn_health_checks=True)
}
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.redis.RedisCache",
        "LOCATION": env.REDIS_URL,
        "KEY_PREFIX": "silah",
    }
}
# Sessions live in PostgreSQL: a dead Redis must never log people out or lose what they save.
SESSION_ENGINE = "django.contrib.sessions.backends.db"

# Index generations of the engine: one folder per rebuild, opened memory-mapped by the workers.
INDEX_ROOT = env.STATE / "index"
