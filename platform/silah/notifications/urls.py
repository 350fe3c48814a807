from django.urls import path

from profiles.letters.views import stop_notices
from silah.notifications.views import notifications, open_notification, read_all

urlpatterns = [
    path("", notifications, name="notifications"),
    path("<int:pk>/", open_notification, name="notification"),
    path("read/", read_all, name="read-notifications"),
    path("stop/<str:token>/", stop_notices, name="stop-notices"),
]
