"""`celery -A silah worker`: the application that workers and beat load."""

import os

from celery import Celery

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "silah.settings")
app = Celery("silah")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()
