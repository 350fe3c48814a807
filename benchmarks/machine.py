"""What the figures were measured on."""

import os
import platform
from contextlib import closing
from datetime import UTC, datetime

import psycopg2

from benchmarks.sections import Section, Value


def machine_section(url: str) -> Section:
    """Cores, load average, versions. Call it first: the run itself is a load."""
    figures: dict[str, Value] = {
        "date": datetime.now(UTC).date().isoformat(),
        "cores": os.cpu_count() or 1,
        "load_average": round(os.getloadavg()[0], 2),
        "python": platform.python_version(),
        "postgresql": _postgresql(url),
    }
    text = "   ".join(f"{name.replace('_', ' ')}: {value}" for name, value in figures.items())
    return Section("The machine", text, figures)


def _postgresql(url: str) -> str:
    with closing(psycopg2.connect(url)) as connection, connection.cursor() as cursor:
        cursor.execute("show server_version")
        return str(cursor.fetchone()[0])
