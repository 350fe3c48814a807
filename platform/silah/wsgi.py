import os
from contextlib import suppress

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "silah.settings")
application = get_wsgi_application()

from django.db import DatabaseError, connection  # noqa: E402  after the setup, as the models

from profiles.related import table  # noqa: E402

# Read once, before the first visitor would wait for it; later, where the database is not ready yet.
with suppress(DatabaseError, LookupError):
    table()
connection.close()
