"""`-p silah.pytest_embedded`: PostgreSQL and Valkey of the tests' own, up before settings load."""

import os
from collections.abc import Generator

import pytest

from silah import embedded


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_load_initial_conftests(early_config: pytest.Config) -> Generator[None, None, None]:
    if not early_config.known_args_namespace.help:
        early_config.add_cleanup(_servers_for_tests().stop)
        _keep_to_own_queue()
    return (yield)


def _keep_to_own_queue() -> None:
    """Two processes of one run share the servers (xdist): each has a database and a queue."""
    worker, url = os.environ.get("PYTEST_XDIST_WORKER"), os.environ["REDIS_URL"]
    if worker and url.startswith("unix://"):
        number = 1 + int(worker.removeprefix("gw"))
        os.environ["REDIS_URL"] = f"{url.partition('?')[0]}?db={number}"


def _servers_for_tests() -> embedded.Servers:
    try:
        servers = embedded.attach("test")
    except embedded.EmbeddedError as error:
        raise pytest.UsageError(str(error)) from None
    if servers.owner_elsewhere is not None:
        servers.stop()
        raise pytest.UsageError(
            f"Process {servers.owner_elsewhere} is testing this checkout, and two runs would eat "
            "each other's rows and tasks: wait for it, or set DATABASE_URL and REDIS_URL."
        )
    return servers
