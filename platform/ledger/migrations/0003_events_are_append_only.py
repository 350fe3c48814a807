from django.db import migrations

REFUSE = """
CREATE FUNCTION ledger_event_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'ledger events are append-only: record a new event instead of a %', TG_OP
        USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER ledger_event_append_only BEFORE UPDATE OR DELETE ON ledger_event
    FOR EACH ROW EXECUTE FUNCTION ledger_event_is_append_only();
"""
ALLOW = """
DROP TRIGGER ledger_event_append_only ON ledger_event;
DROP FUNCTION ledger_event_is_append_only();
"""


class Migration(migrations.Migration):
    dependencies = [("ledger", "0002_initial")]
    operations = [migrations.RunSQL(REFUSE, ALLOW)]
