from csp.constants import NONE, SELF

from silah import env
from silah.settings.social import SIGN_IN_ORIGINS

SITE_URL = env.SITE_URL
ALLOWED_HOSTS = env.ALLOWED_HOSTS
CSRF_TRUSTED_ORIGINS = env.CSRF_TRUSTED_ORIGINS

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "csp.middleware.CSPMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "profiles.middleware.viewer",
    "silah.accounts.second_factor.required_of_staff",
    "silah.accounts.unprocessable.Answer422",
    "silah.appearance.vary_by_appearance",
    "silah.refusals.told_405",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [env.ROOT / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "silah.appearance.appearance",
            ]
        },
    }
]
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"

STATIC_URL = "/static/"
STATICFILES_DIRS = [env.ROOT / "static"]
# Where STATIC_ROOT is given, files are collected there: compressed, under names that hold a hash,
# kept by browsers for good. Without it (a checkout, most tests) they come from the finders.
STATIC_ROOT = env.STATIC_ROOT or env.ROOT / "staticfiles"
_COLLECTED = "whitenoise.storage.CompressedManifestStaticFilesStorage"
_FOUND = "django.contrib.staticfiles.storage.StaticFilesStorage"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": _COLLECTED if env.STATIC_ROOT else _FOUND},
}
WHITENOISE_USE_FINDERS = not env.STATIC_ROOT
WHITENOISE_AUTOREFRESH = env.DEBUG

# The largest body of a form, files included: a little more than the largest file, a CV of 5 MB.
# It stays in memory: what is refused never lies in a temporary folder.
LARGEST_UPLOAD = FILE_UPLOAD_MAX_MEMORY_SIZE = 5_500_000
FILE_UPLOAD_HANDLERS = [
    "ledger.uploads.Bounded",
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
]

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "font-src": [SELF],
        "img-src": [SELF, "data:"],
        "connect-src": [SELF],
        # A form that leads to Google's door is redirected there: browsers ask for both addresses.
        "form-action": [SELF, *SIGN_IN_ORIGINS],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CONTENT_TYPE_NOSNIFF = True
SESSION_COOKIE_SECURE = env.BEHIND_TLS
CSRF_COOKIE_SECURE = env.BEHIND_TLS
SECURE_HSTS_SECONDS = 31_536_000 if env.BEHIND_TLS else 0
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if env.BEHIND_TLS else None

# How many requests for an introduction of one profile may wait for an answer at a time.
INTRODUCTIONS_OPEN_AT_ONCE = 5
