"""The database of a run as its migrations made it, and the way back to it for tests that commit.

Django's own way back is `flush`: every table is truncated, which takes the migrated taxonomy along,
and permissions are made anew, 0.7 s a test in all. Here rows are deleted, and a table that the
migrations filled is filled again only if a test changed it: 0.02 s.

What takes seconds to make is kept beside it in the same way, for further tests that need it.
"""

from django.db import connection

REMEMBER = """
CREATE SCHEMA IF NOT EXISTS pristine;
CREATE TABLE IF NOT EXISTS pristine.seal (name text PRIMARY KEY, columns text, sum numeric);

CREATE OR REPLACE FUNCTION pristine.sum_of(name text) RETURNS numeric LANGUAGE plpgsql AS $$
DECLARE found numeric;
BEGIN
  EXECUTE format('SELECT coalesce(sum(hashtextextended(r::text, 0)), 0) FROM %I r', name)
    INTO found;
  RETURN found;
END $$;

CREATE OR REPLACE FUNCTION pristine.restore() RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  this text;
  kept pristine.seal;
BEGIN
  -- Rows go in any order, and past the triggers that refuse to forget an event.
  SET LOCAL session_replication_role = replica;
  FOR this IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' LOOP
    SELECT * INTO kept FROM pristine.seal WHERE name = this;
    IF kept.name IS NULL THEN
      EXECUTE format('DELETE FROM %I', this);
    ELSIF kept.sum <> pristine.sum_of(this) THEN
      EXECUTE format('DELETE FROM %I', this);
      EXECUTE format('INSERT INTO %1$I (%2$s) SELECT %2$s FROM pristine.%1$I', this, kept.columns);
    END IF;
  END LOOP;
END $$;

CREATE OR REPLACE FUNCTION pristine.columns_of(name text) RETURNS text LANGUAGE sql AS $$
  SELECT string_agg(quote_ident(column_name), ', ') FROM information_schema.columns
    WHERE table_schema = 'public' AND table_name = name AND is_generated = 'NEVER'
$$;

CREATE OR REPLACE FUNCTION pristine.keep() RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  this text;
  sealed numeric;
BEGIN
  DROP SCHEMA IF EXISTS kept CASCADE;
  CREATE SCHEMA kept;
  FOR this IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' LOOP
    SELECT coalesce(max(sum), 0) INTO sealed FROM pristine.seal WHERE name = this;
    CONTINUE WHEN sealed = pristine.sum_of(this);
    EXECUTE format('CREATE TABLE kept.%1$I AS SELECT * FROM %1$I', this);
  END LOOP;
END $$;

CREATE OR REPLACE FUNCTION pristine.bring_back() RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  this text;
BEGIN
  SET LOCAL session_replication_role = replica;
  FOR this IN SELECT tablename FROM pg_tables WHERE schemaname = 'kept' LOOP
    EXECUTE format('DELETE FROM %I', this);
    EXECUTE format(
      'INSERT INTO %1$I (%2$s) SELECT %2$s FROM kept.%1$I', this, pristine.columns_of(this)
    );
  END LOOP;
END $$;

DO $$
DECLARE
  this text;
  filled boolean;
BEGIN
  -- What was recorded as the shipped documents were published is no test's doing.
  PERFORM set_config('session_replication_role', 'replica', true);
  DELETE FROM ledger_event;
  DELETE FROM ledger_outbox;
  FOR this IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' LOOP
    EXECUTE format('SELECT EXISTS (SELECT FROM %I)', this) INTO filled;
    CONTINUE WHEN NOT filled;
    EXECUTE format('CREATE TABLE pristine.%1$I AS SELECT * FROM %1$I', this);
    INSERT INTO pristine.seal VALUES (this, pristine.columns_of(this), pristine.sum_of(this));
  END LOOP;
END $$;
"""


def remember() -> None:
    """Keep a copy of what the migrations filled; once, before the first test."""
    with connection.cursor() as cursor:
        cursor.execute(REMEMBER)


def restore() -> None:
    """Delete what a test committed, and put back what it changed or deleted."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pristine.restore()")


def keep() -> None:
    """Keep a copy of what a test has made so far; it takes the place of an earlier one."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pristine.keep()")


def bring_back() -> None:
    """Into a database as its migrations made it: what was kept."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pristine.bring_back()")
