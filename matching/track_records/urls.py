from django.urls import path

from matching.track_records.views import remove_round, track_record

urlpatterns = [
    path("<uuid:public_id>/", track_record, name="track-record"),
    path("<uuid:public_id>/remove/<uuid:round_id>/", remove_round, name="remove-round"),
]
