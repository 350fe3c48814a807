from django.urls import path

from matching.engagements.ladder.views import rest_step

urlpatterns = [path("<slug:slug>/not-now/", rest_step, name="rest-step")]
