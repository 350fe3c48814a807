from django.urls import path

from matching.introductions.views.acting import act
from matching.introductions.views.asking import ask_introduction
from matching.introductions.views.lists import introductions
from matching.introductions.views.one import introduction
from matching.introductions.views.reporting import report_message
from matching.introductions.views.thread import thread

PAIR = "<uuid:opening_id>/<uuid:candidacy_id>/"

urlpatterns = [
    path("", introductions, name="introductions"),
    path(f"ask/{PAIR}", ask_introduction, name="ask-introduction"),
    path("<uuid:public_id>/", introduction, name="introduction"),
    path("<uuid:public_id>/messages/", thread, name="messages"),
    path(
        "<uuid:public_id>/messages/<uuid:message_id>/report/", report_message, name="report-message"
    ),
    path("<uuid:public_id>/<slug:name>/", act, name="act-on-introduction"),
]
