from django.urls import include, path

from profiles.onboarding.pages import ask, check, my_profile
from profiles.privacy.pages import come_back_page, pause_or_resume, setting, vanish_page
from profiles.roles import act_as, add_role, my_roles
from profiles.views import my_skills

urlpatterns = [
    path("", my_profile, name="my-profile"),
    path("questions/<slug:slug>/", ask, name="profile-question"),
    path("check/", check, name="profile-check"),
    path("skills/", my_skills, name="my-skills"),
    path("roles/", my_roles, name="roles"),
    path("roles/act/", act_as, name="act-as"),
    path("roles/add/", add_role, name="add-role"),
    path("privacy/<uuid:public_id>/pause/", pause_or_resume, name="privacy-pause"),
    path("privacy/", include("profiles.privacy.consents.urls")),
    path("privacy/<uuid:public_id>/<slug:slug>/", setting, name="privacy-setting"),
    path("vanish/", vanish_page, name="vanish"),
    path("come-back/", come_back_page, name="come-back"),
]
