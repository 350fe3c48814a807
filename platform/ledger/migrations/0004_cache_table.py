from django.db import migrations

# As `createcachetable` would make it, but unlogged: what it holds may be forgotten after a crash.
MAKE = """
CREATE UNLOGGED TABLE silah_cache (
    cache_key varchar(255) PRIMARY KEY,
    value text NOT NULL,
    expires timestamp with time zone NOT NULL
);
CREATE INDEX silah_cache_expires ON silah_cache (expires);
"""


class Migration(migrations.Migration):
    dependencies = [("ledger", "0003_events_are_append_only")]
    operations = [migrations.RunSQL(MAKE, "DROP TABLE silah_cache")]
