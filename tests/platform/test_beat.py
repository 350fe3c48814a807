"""Whatever beat hands out is a task that workers know."""

from django.conf import settings

from silah.celery import app


def test_every_scheduled_task_is_found() -> None:
    app.loader.import_default_modules()
    scheduled = {entry["task"] for entry in settings.CELERY_BEAT_SCHEDULE.values()}
    assert scheduled - set(app.tasks) == set()
