import django_stubs_ext

from silah import env

# Lets `ModelAdmin[...]` and the like be written at run time as the type checker wants them.
django_stubs_ext.monkeypatch()

DEBUG = env.DEBUG
SECRET_KEY = env.SECRET_KEY
BASE_DIR = env.ROOT

INSTALLED_APPS = [
    "silah.apps.SilahConfig",
    "ledger",
    "profiles",
    "profiles.graduates",
    "profiles.mentors",
    "profiles.investors",
    "profiles.firms",
    "matching",
    "matching.track_records",
    "matching.introductions",
    "matching.tenders",
    "matching.engagements",
    "grants",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "allauth.usersessions",
    "django_countries",
    "django_filters",
    "rest_framework",
    "drf_spectacular",
    "drf_standardized_errors",
    "csp",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.postgres",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.humanize",
    "django.contrib.staticfiles",
    "django.forms",
]

# The sums of a WeightSet are checked by `matching.weights` in words and by the database in fact.
SILENCED_SYSTEM_CHECKS = ["models.W045"]

ROOT_URLCONF = "silah.urls"
WSGI_APPLICATION = "silah.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
}
