"""Files that a crash or a deleted row left behind."""

from datetime import timedelta

from celery import shared_task

from ledger import disk, files
from ledger.models import PrivateFile

# A transaction that is still open has neither its row nor its claim visible yet.
LEFT_ALONE = timedelta(hours=1)


@shared_task
def sweep_files() -> int:
    """Delete rows that nothing claims and bytes without a row; returns how many of both."""
    unclaimed = list(PrivateFile.objects.unclaimed(for_at_least=LEFT_ALONE))
    for file in unclaimed:
        files.delete(file=file, by_id=None)
    names = set(disk.older_than(LEFT_ALONE.total_seconds()))
    known = PrivateFile.objects.filter(stored_name__in=names).values_list("stored_name", flat=True)
    lost = names - set(known)
    for name in lost:
        disk.discard(name)
    return len(unclaimed) + len(lost)
