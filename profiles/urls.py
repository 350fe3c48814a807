from django.urls import path

from profiles.privacy.pages import come_back_page, pause_or_resume, setting, vanish_page
from profiles.views import my_skills

urlpatterns = [
    path("skills/", my_skills, name="my-skills"),
    path("privacy/<uuid:public_id>/pause/", pause_or_resume, name="privacy-pause"),
    path("privacy/<uuid:public_id>/<slug:slug>/", setting, name="privacy-setting"),
    path("vanish/", vanish_page, name="vanish"),
    path("come-back/", come_back_page, name="come-back"),
]
