from django.urls import path

from matching.saved.views.items import save
from matching.saved.views.page import saved
from matching.saved.views.searches import change_search, open_search, save_search
from matching.saved.views.stopping import stop_alerts

urlpatterns = [
    path("", saved, name="saved"),
    path("items/", save, name="save"),
    path("searches/", save_search, name="save-search"),
    path("searches/<uuid:public_id>/", open_search, name="saved-search"),
    path("searches/<uuid:public_id>/change/", change_search, name="change-search"),
    path("alerts/<str:token>/", stop_alerts, name="stop-alerts"),
]
