from django.urls import path

from matching.engagements.views.acting import act
from matching.engagements.views.beginning import begin_engagement
from matching.engagements.views.lists import engagements
from matching.engagements.views.one import engagement

urlpatterns = [
    path("introductions/<uuid:public_id>/outcome/", begin_engagement, name="begin-engagement"),
    path("engagements/", engagements, name="engagements"),
    path("engagements/<uuid:public_id>/", engagement, name="engagement"),
    path("engagements/<uuid:public_id>/<slug:name>/", act, name="act-on-engagement"),
]
