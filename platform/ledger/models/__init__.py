"""What happened (Event), what must still happen (Outbox), long work (Job) and private files."""

from ledger.models.events import Event
from ledger.models.files import PrivateFile
from ledger.models.jobs import Job
from ledger.models.outbox import Outbox, OutboxQuerySet

__all__ = ["Event", "Job", "Outbox", "OutboxQuerySet", "PrivateFile"]
