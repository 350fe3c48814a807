from django.urls import path

from profiles.onboarding.pages import ask, check, my_profile
from profiles.views import my_skills

urlpatterns = [
    path("", my_profile, name="my-profile"),
    path("questions/<slug:slug>/", ask, name="profile-question"),
    path("check/", check, name="profile-check"),
    path("skills/", my_skills, name="my-skills"),
]
