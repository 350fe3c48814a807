"""The site as gunicorn serves it; each answer says how many queries it took."""

from collections.abc import Callable, Iterable
from typing import Any

from django.db import connection

from silah.wsgi import application as site
from tests.browser.serving import HEADER


def application(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
    count = 0

    def count_one(execute: Callable[..., Any], *call: Any) -> Any:
        nonlocal count
        count += 1
        return execute(*call)

    def start(status: str, headers: list[tuple[str, str]], *error: Any) -> Any:
        return start_response(status, [*headers, (HEADER, str(count))], *error)

    with connection.execute_wrapper(count_one):
        return site(environ, start)
