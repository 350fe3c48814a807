"""The environment, read in one place: every default is the safe one, `make demo` relaxes them."""

from pathlib import Path

from django.core.exceptions import ImproperlyConfigured
from environs import Env, EnvError

ROOT = Path(__file__).resolve().parents[2]

_env = Env()


def _required(name: str, why: str) -> str:
    try:
        value: str = _env.str(name)
    except EnvError:
        raise ImproperlyConfigured(f"{name} is not set: {why}") from None
    return value


DEBUG: bool = _env.bool("DEBUG", False)
DEMO: bool = _env.bool("SILAH_DEMO", False)
SECRET_KEY = _required("SECRET_KEY", "give a long random text, or start through manage.py or make.")
DATABASE_URL = _required("DATABASE_URL", "give postgresql://user@host/name, or use manage.py.")
REDIS_URL = _required("REDIS_URL", "give redis://host:6379/0 or unix:///path, or use manage.py.")
STATE = Path(_env.str("SILAH_STATE", str(ROOT / ".local" / "state")))
INDEX_SHARED: bool = _env.bool("SILAH_INDEX_SHARED", True)
STATIC_ROOT: str = _env.str("STATIC_ROOT", "")
ALLOWED_HOSTS: list[str] = _env.list("ALLOWED_HOSTS", ["localhost", "127.0.0.1", "[::1]"])
CSRF_TRUSTED_ORIGINS: list[str] = _env.list("CSRF_TRUSTED_ORIGINS", [])
BEHIND_TLS: bool = _env.bool("BEHIND_TLS", False)
EMAIL_URL: str = _env.str("EMAIL_URL", "")
GOOGLE_CLIENT_ID: str = _env.str("GOOGLE_CLIENT_ID", "")
GOOGLE_CLIENT_SECRET: str = _env.str("GOOGLE_CLIENT_SECRET", "")
LINKEDIN_CLIENT_ID: str = _env.str("LINKEDIN_CLIENT_ID", "")
LINKEDIN_CLIENT_SECRET: str = _env.str("LINKEDIN_CLIENT_SECRET", "")
OIDC_NAME: str = _env.str("OIDC_NAME", "OpenID Connect")
OIDC_SERVER_URL: str = _env.str("OIDC_SERVER_URL", "")
OIDC_CLIENT_ID: str = _env.str("OIDC_CLIENT_ID", "")
OIDC_CLIENT_SECRET: str = _env.str("OIDC_CLIENT_SECRET", "")
SITE_URL: str = _env.str("SITE_URL", f"http://localhost:{_env.str('PORT', '8000')}")


def celery_broker(redis_url: str) -> str:
    """Celery writes a unix socket `redis+socket://..?virtual_host=1`, Redis `unix://..?db=1`."""
    if not redis_url.startswith("unix://"):
        return redis_url
    return redis_url.replace("unix://", "redis+socket://", 1).replace("?db=", "?virtual_host=", 1)
