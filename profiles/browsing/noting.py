"""For migrations: which statements change how a row of a list is shown, or to whom.

A row of `profiles_changed` says that something about one profile or opening was written, by which
transaction. `browsing.changes` reads it; the database writes it, so that no way of writing (an
action, the admin, a load, SQL by hand) can forget to.
"""

from django.db.migrations.operations import RunSQL

TABLE = """
CREATE SEQUENCE profiles_changed_number;
CREATE TABLE profiles_changed (
    about text NOT NULL,
    row_id bigint NOT NULL,
    number bigint NOT NULL DEFAULT nextval('profiles_changed_number'),
    xid xid8 NOT NULL DEFAULT pg_current_xact_id(),
    PRIMARY KEY (about, row_id)
);
CREATE INDEX profiles_changed_by_transaction ON profiles_changed (xid);
CREATE FUNCTION profiles_note_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    EXECUTE format(
        'INSERT INTO profiles_changed (about, row_id)
         SELECT %L, id FROM (SELECT DISTINCT id FROM (%s) found (id) WHERE id IS NOT NULL) noted
         ORDER BY id
         ON CONFLICT (about, row_id) DO UPDATE SET number = EXCLUDED.number, xid = EXCLUDED.xid',
        TG_ARGV[0], TG_ARGV[1]
    );
    RETURN NULL;
END $$;
"""
NO_TABLE = """
DROP FUNCTION profiles_note_changed();
DROP TABLE profiles_changed;
DROP SEQUENCE profiles_changed_number;
"""
TRIGGER = """
CREATE TRIGGER {name}_{event} AFTER {event} ON {table} REFERENCING {rows} TABLE AS written
    FOR EACH STATEMENT EXECUTE FUNCTION profiles_note_changed('{about}', '{ids}');
"""
EVENTS = {"insert": "NEW", "update": "NEW", "delete": "OLD"}


def noted(table: str, about: str, ids: str) -> RunSQL:
    """Note the rows `about` (profile, opening, skill) whose keys `ids` selects from `written`."""
    name = f"{table}_changes_{about}"
    make = [
        TRIGGER.format(name=name, event=event, table=table, rows=rows, about=about, ids=ids)
        for event, rows in EVENTS.items()
    ]
    drop = [f"DROP TRIGGER {name}_{event} ON {table};" for event in EVENTS]
    return RunSQL("".join(make), "".join(drop))
