from django.urls import path

from grants.routes.views import routes

urlpatterns = [path("", routes, name="routes")]
