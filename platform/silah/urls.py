"""Every address of the site: English without a prefix, Arabic under /ar/; the API has neither."""

from allauth.account.decorators import secure_admin_login
from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.urls import include, path

from silah.appearance import choose_appearance
from silah.pages import home
from silah.styleguide.views import figures_csv, styleguide

admin.site.login = secure_admin_login(admin.site.login)  # type: ignore[method-assign]

urlpatterns = [
    path("api/", include("silah.api.urls")),
    path("appearance/", choose_appearance, name="appearance"),
    *i18n_patterns(
        path("", home, name="home"),
        path("", include("matching.urls")),
        path("profile/", include("profiles.urls")),
        path("styleguide/", styleguide, name="styleguide"),
        path("styleguide/<slug:group>/", styleguide, name="styleguide-group"),
        path("styleguide/<slug:key>.csv", figures_csv, name="styleguide-csv"),
        path("accounts/", include("allauth.account.urls")),
        path("admin/", admin.site.urls),
        prefix_default_language=False,
    ),
]
