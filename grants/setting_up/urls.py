from django.urls import path

from grants.setting_up.views import set_up, set_up_steps

urlpatterns = [
    path("", set_up, name="set-up"),
    path("<slug:who>/", set_up_steps, name="set-up-steps"),
]
