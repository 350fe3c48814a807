"""Silah's own commands, as somebody types them, on a database that was made for the figure."""

import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from secrets import token_hex
from urllib.parse import urlsplit

import psycopg2

from benchmarks.measured import Measured, measure

WARM = "from matching.engine.warming import warm; warm()"


@dataclass(frozen=True, slots=True)
class Product:
    """The commands of this checkout on one database."""

    url: str

    def run(self, *arguments: str, **environment: str) -> Measured:
        """`manage.py` with these arguments; what `environment` names wins."""
        return measure([sys.executable, "manage.py", *arguments], self._environment(environment))

    def warm(self, cache: str) -> Measured:
        """Compile the kernel into the folder `cache`, or find it there."""
        return measure([sys.executable, "-c", WARM], self._environment({"NUMBA_CACHE_DIR": cache}))

    def rows(self, statement: str) -> list[tuple[object, ...]]:
        with closing(psycopg2.connect(self.url)) as connection, connection.cursor() as cursor:
            cursor.execute(statement)
            return list(cursor.fetchall())

    def _environment(self, given: Mapping[str, str]) -> dict[str, str]:
        return {"DATABASE_URL": self.url, "SILAH_DEMO": "1", **given}


@contextmanager
def fresh_product() -> Iterator[Product]:
    """Silah on a new, empty database beside the one of DATABASE_URL; it is dropped at the end."""
    name = f"silah_bench_{token_hex(4)}"
    _say(f'CREATE DATABASE "{name}"')
    try:
        yield Product(urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{name}").geturl())
    finally:
        _say(f'DROP DATABASE "{name}" WITH (FORCE)')


def _say(statement: str) -> None:
    with closing(psycopg2.connect(os.environ["DATABASE_URL"])) as connection:
        connection.autocommit = True
        connection.cursor().execute(statement)
