import pytest
from django.db import IntegrityError, transaction

from ledger.models import Job

pytestmark = pytest.mark.django_db


def test_a_started_job_runs_and_has_done_nothing_yet():
    job = Job.objects.create(kind="test")
    job.start(total=2)
    job.refresh_from_db()
    assert (job.done, job.total, job.state, job.is_over) == (0, 2, "running", False)


def test_a_finished_job_is_over_and_keeps_its_result():
    job = Job.objects.create(kind="test")
    job.finish(rows=3)
    job.refresh_from_db()
    assert job.is_over
    assert job.result == {"rows": 3}


def test_a_failed_job_keeps_the_kind_of_error_only():
    job = Job.objects.create(kind="test")
    job.fail(ValueError("Rand Khalil's file"))
    job.refresh_from_db()
    assert (job.state, job.error) == ("failed", "ValueError")


def test_the_database_refuses_more_done_than_there_is():
    with pytest.raises(IntegrityError, match="done_within_total"), transaction.atomic():
        Job.objects.create(kind="test", done=2, total=1)
