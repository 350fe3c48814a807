from django.urls import path

from profiles.roles import act_as, add_role, my_roles
from profiles.views import my_skills

urlpatterns = [
    path("skills/", my_skills, name="my-skills"),
    path("roles/", my_roles, name="my-roles"),
    path("roles/act/", act_as, name="act-as"),
    path("roles/add/", add_role, name="add-role"),
]
