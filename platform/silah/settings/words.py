"""Languages and time: English without a prefix, Arabic under /ar/."""

from django.utils.translation import gettext_lazy as _

from silah import env

LANGUAGE_CODE = "en"
LANGUAGES = [("en", _("English")), ("ar", _("Arabic"))]
LOCALE_PATHS = [env.ROOT / "locale"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "UTC"
# Western digits and thousands separators in both languages (design: "Voice").
FORMAT_MODULE_PATH = ["silah.formats"]
USE_THOUSAND_SEPARATOR = True
COUNTRIES_OVERRIDE = {"PS": _("Palestine")}
