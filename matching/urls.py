from django.urls import path

from matching.views.match import match
from matching.views.my_matches import my_matches
from matching.views.opening import opening
from matching.views.openings import openings
from matching.views.people import firms, people
from matching.views.startups import startups

urlpatterns = [
    path("openings/", openings, name="openings"),
    path("openings/<uuid:public_id>/", opening, name="opening"),
    path("people/", people, name="people"),
    path("startups/", startups, name="startups"),
    path("firms/", firms, name="firms"),
    path("matches/", my_matches, name="my-matches"),
    path("matches/<uuid:opening_id>/<uuid:candidacy_id>/", match, name="match"),
]
