from django.urls import path

from ledger.views import private_file

urlpatterns = [path("<uuid:public_id>/", private_file, name="private-file")]
