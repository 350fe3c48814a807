from django.urls import path

from matching.engagements.sessions.views.acting import act
from matching.engagements.sessions.views.calendar import calendar
from matching.engagements.sessions.views.lists import sessions
from matching.engagements.sessions.views.one import session
from matching.engagements.sessions.views.proposing import move, other_times, propose

urlpatterns = [
    path("", sessions, name="sessions"),
    path("new/<uuid:public_id>/", propose, name="propose-session"),
    path("<uuid:public_id>.ics", calendar, name="session-calendar"),
    path("<uuid:public_id>/", session, name="session"),
    path("<uuid:public_id>/other-times/", other_times, name="other-times"),
    path("<uuid:public_id>/move/", move, name="move-session"),
    path("<uuid:public_id>/<slug:name>/", act, name="act-on-session"),
]
