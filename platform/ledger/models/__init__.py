"""What happened (Event), what must still happen (Outbox, Mail), who is told of it (Notification),
long work (Job), private files.
"""

from ledger.models.events import Event
from ledger.models.files import PrivateFile
from ledger.models.jobs import Job
from ledger.models.mail import Mail, MailQuerySet
from ledger.models.notifications import Notification, NotificationQuerySet
from ledger.models.outbox import Outbox, OutboxQuerySet

__all__ = [
    "Event",
    "Job",
    "Mail",
    "MailQuerySet",
    "Notification",
    "NotificationQuerySet",
    "Outbox",
    "OutboxQuerySet",
    "PrivateFile",
]
