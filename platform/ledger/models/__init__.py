"""What happened (Event), what must still happen (Outbox, Mail), long work (Job), private files."""

from ledger.models.events import Event
from ledger.models.files import PrivateFile
from ledger.models.jobs import Job
from ledger.models.mail import Mail, MailQuerySet
from ledger.models.outbox import Outbox, OutboxQuerySet

__all__ = ["Event", "Job", "Mail", "MailQuerySet", "Outbox", "OutboxQuerySet", "PrivateFile"]
