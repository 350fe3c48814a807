from django.urls import path

from matching.api.matches import MatchListView
from matching.api.openings import OpeningDetailView, OpeningListView

urlpatterns = [
    path("openings/", OpeningListView.as_view(), name="api-openings"),
    path("openings/<uuid:public_id>/", OpeningDetailView.as_view(), name="api-opening"),
    path("matches/", MatchListView.as_view(), name="api-matches"),
]
