"""Everything under /accounts/: ours first, then allauth's own."""

from django.urls import include, path

from silah.accounts import views

urlpatterns = [
    path("signup/", views.JoinView.as_view(), name="account_signup"),
    path("settings/", views.account_settings, name="account-settings"),
    path("notifications/", views.account_notices, name="account-notices"),
    path("sessions/", views.sessions, name="usersessions_list"),
    path("sessions/others/end/", views.end_other_sessions, name="end-other-sessions"),
    path("sessions/<int:pk>/end/", views.end_session, name="end-session"),
    path("", include("allauth.account.urls")),
    path("2fa/", include("allauth.mfa.urls")),
    path("3rdparty/", include("allauth.socialaccount.urls")),
    path("", include("allauth.socialaccount.providers.openid_connect.urls")),
]
