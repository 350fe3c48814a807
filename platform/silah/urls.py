"""Every address of the site: English without a prefix, Arabic under /ar/; the API has neither."""

from allauth.account.decorators import secure_admin_login
from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.urls import include, path

from silah.accounts.views import join
from silah.appearance import choose_appearance
from silah.dashboard.views import dashboard
from silah.demo_mail import inbox, letter
from silah.others_eyes import as_others_see_me
from silah.pages import home
from silah.privacy_page import privacy
from silah.profile_page import profile
from silah.styleguide.views import figures_csv, styleguide

admin.site.login = secure_admin_login(admin.site.login)  # type: ignore[method-assign]

urlpatterns = [
    path("api/", include("silah.api.urls")),
    path("files/", include("ledger.urls")),
    path("appearance/", choose_appearance, name="appearance"),
    *i18n_patterns(
        path("", home, name="home"),
        path("dashboard/", dashboard, name="dashboard"),
        path("notifications/", include("silah.notifications.urls")),
        path("", include("matching.urls")),
        path("", include("matching.engagements.referrals.urls")),
        path("", include("matching.engagements.urls")),
        path("introductions/", include("matching.introductions.urls")),
        path("grants/", include("grants.urls")),
        path("tenders/", include("matching.tenders.urls")),
        path("dashboard/steps/", include("matching.engagements.ladder.urls")),
        path("sessions/", include("matching.engagements.sessions.urls")),
        path("reviews/", include("matching.engagements.reviews.urls")),
        path("set-up/", include("grants.setting_up.urls")),
        path("routes/", include("grants.routes.urls")),
        path("profiles/<uuid:public_id>/", profile, name="profile"),
        path("profile/privacy/", privacy, name="privacy"),
        path("profile/privacy/<uuid:public_id>/", privacy, name="privacy-of"),
        path("profile/as-others-see-me/", as_others_see_me, name="as-others-see-me"),
        path("profile/track-record/", include("matching.track_records.urls")),
        path("profile/", include("profiles.urls")),
        path("join/", join, name="join"),
        path("accounts/", include("silah.accounts.urls")),
        path("demo/mail/", inbox, name="demo-mail"),
        path("demo/mail/<int:mail_id>/", letter, name="demo-letter"),
        path("profile/", include("profiles.graduates.urls")),
        path("styleguide/", styleguide, name="styleguide"),
        path("styleguide/<slug:group>/", styleguide, name="styleguide-group"),
        path("styleguide/<slug:key>.csv", figures_csv, name="styleguide-csv"),
        path("admin/", admin.site.urls),
        prefix_default_language=False,
    ),
]
