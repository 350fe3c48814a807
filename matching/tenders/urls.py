from django.urls import path

from matching.tenders.views.acting import act_on_answer
from matching.tenders.views.answering import answer_tender
from matching.tenders.views.board import board
from matching.tenders.views.mine import my_tenders
from matching.tenders.views.one import one_answer

urlpatterns = [
    path("", my_tenders, name="my-tenders"),
    path("<uuid:public_id>/answers/", board, name="tender-answers"),
    path("<uuid:public_id>/answer/", answer_tender, name="answer-tender"),
    path("answers/<uuid:public_id>/", one_answer, name="answer"),
    path("answers/<uuid:public_id>/<slug:name>/", act_on_answer, name="act-on-answer"),
]
