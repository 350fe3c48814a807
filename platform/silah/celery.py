"""`celery -A silah worker`: the application that workers and beat load."""

import os
from typing import Any

from celery import Celery
from celery.signals import worker_init
from django.utils.module_loading import import_string

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "silah.settings")
app = Celery("silah")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()


@worker_init.connect
def warm_kernel(**_: Any) -> None:
    """Workers alone load the compiler; by name, so that nothing else does."""
    import_string("matching.engine.warming.warm")()
