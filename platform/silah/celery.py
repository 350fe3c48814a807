"""`celery -A silah worker`: the application that workers and beat load."""

import os

from celery import Celery
from celery.signals import worker_init
from django.utils.module_loading import import_string

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "silah.settings")
app = Celery("silah")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()
app.autodiscover_tasks(["ledger"], related_name="sweeping")
app.autodiscover_tasks(["matching.engagements.sessions", "matching.engagements.reviews"])


@worker_init.connect
def load_kernel(**_sender: object) -> None:
    """Load the engine's kernel before the pool forks, else each process's first save waits for it.

    By its path, as handlers are: web processes never load what only workers need.
    """
    import_string("matching.engine.warming.warm")()
