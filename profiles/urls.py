from django.urls import path

from profiles.views import my_skills

urlpatterns = [path("skills/", my_skills, name="my-skills")]
