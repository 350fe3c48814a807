"""Several who try at the same moment: real threads, real PostgreSQL."""

from collections import Counter
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

from django.db import connections

from matching.moves import RefusedError


def at_once(
    attempts: Sequence[Callable[[], object]], refusal: type[RefusedError] = RefusedError
) -> Counter[str]:
    """How many are "done" and how many "refused" so; any other error is raised."""
    start = Barrier(len(attempts))

    def tried(attempt: Callable[[], object]) -> str:
        try:
            start.wait()
            attempt()
            return "done"
        except refusal:
            return "refused"
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(attempts)) as pool:
        return Counter(pool.map(tried, attempts))
