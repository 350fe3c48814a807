from django.urls import include, path

from matching.views.apart import meet_again, never_meet
from matching.views.match import match
from matching.views.my_matches import my_matches
from matching.views.not_for_me import not_for_me, undo_not_for_me
from matching.views.opening import opening
from matching.views.openings import openings

urlpatterns = [
    path("saved/", include("matching.saved.urls")),
    path("openings/", openings, name="openings"),
    path("openings/<uuid:public_id>/", opening, name="opening"),
    path("profiles/<uuid:public_id>/never/", never_meet, name="never-meet"),
    path("profiles/<uuid:public_id>/again/", meet_again, name="meet-again"),
    path("matches/", my_matches, name="my-matches"),
    path("matches/not-for-me/", not_for_me, name="not-for-me"),
    path("matches/undo/", undo_not_for_me, name="undo-not-for-me"),
    path("matches/<uuid:opening_id>/<uuid:candidacy_id>/", match, name="match"),
]
