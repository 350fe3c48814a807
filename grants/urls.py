from django.urls import path

from grants.views.all import grants
from grants.views.answers import forget_everything, grant_answer, grant_answers
from grants.views.checks import grant_check
from grants.views.one import grant, keep_copy
from grants.views.round import grant_round

urlpatterns = [
    path("", grants, name="grants"),
    path("answers/", grant_answers, name="grant-answers"),
    path("answers/forget/", forget_everything, name="forget-grant-answers"),
    path("answers/<slug:name>/", grant_answer, name="grant-answer"),
    path("checks/<uuid:public_id>/", grant_check, name="grant-check"),
    path("rounds/<uuid:public_id>/", grant_round, name="grant-round"),
    path("<slug:slug>/", grant, name="grant"),
    path("<slug:slug>/keep/", keep_copy, name="keep-grant-check"),
]
