from django.urls import URLPattern, include, path

from matching.pairings.declaration import Side
from matching.views.apart import meet_again, never_meet
from matching.views.authoring.answering import answer, check
from matching.views.authoring.beginning import begin
from matching.views.authoring.mine import my_openings
from matching.views.authoring.moving import move
from matching.views.match import match
from matching.views.my_matches import my_matches
from matching.views.not_for_me import not_for_me, undo_not_for_me
from matching.views.opening import opening
from matching.views.openings import openings
from matching.views.people import firms, people
from matching.views.startups import startups
from matching.views.teams import teams


def _authoring(folder: str, side: Side) -> list[URLPattern]:
    """The pages on which one side of a pairing is made by those whose it is."""
    one, of = f"{folder}/<uuid:public_id>/", {"side": side}
    return [
        path(f"{folder}/new/<slug:slug>/", begin, of, name=f"new-{side}"),
        path(f"{one}edit/", check, of, name=f"check-{side}"),
        path(f"{one}edit/<slug:slug>/", answer, of, name=f"edit-{side}"),
        path(f"{one}move/<slug:name>/", move, of, name=f"move-{side}"),
    ]


urlpatterns = [
    path("saved/", include("matching.saved.urls")),
    path("openings/", openings, name="openings"),
    path("openings/mine/", my_openings, name="my-openings"),
    path("openings/<uuid:public_id>/", opening, name="opening"),
    path("people/", people, name="people"),
    path("startups/", startups, name="startups"),
    path("firms/", firms, name="firms"),
    path("teams/", teams, name="teams"),
    path("profiles/<uuid:public_id>/never/", never_meet, name="never-meet"),
    path("profiles/<uuid:public_id>/again/", meet_again, name="meet-again"),
    path("matches/", my_matches, name="my-matches"),
    path("matches/not-for-me/", not_for_me, name="not-for-me"),
    path("matches/undo/", undo_not_for_me, name="undo-not-for-me"),
    path("matches/<uuid:opening_id>/<uuid:candidacy_id>/", match, name="match"),
    *_authoring("openings", "opening"),
    *_authoring("candidacies", "candidacy"),
]
