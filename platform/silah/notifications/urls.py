from django.urls import path

from silah.notifications.views import notifications, open_notification, read_all

urlpatterns = [
    path("", notifications, name="notifications"),
    path("<int:pk>/", open_notification, name="notification"),
    path("read/", read_all, name="read-notifications"),
]
