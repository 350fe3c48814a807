"""A load streams: ten times the rows may need at most a fifth more memory at its peak."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.db import connection

from profiles.models import Profile
from tests.full import FULL

ROOT = Path(__file__).parents[2]
FEW, MANY = (10_000, 100_000) if FULL else (1_000, 10_000)
MOST_GROWTH = 1.2

HEADER = "external_id,headline,country,availability,skills,languages,email,graduation_year\n"
ROW = (
    "G-{n},Developer {n},PS,Sun-Thu 09:00-17:00,"
    "React:{level}; PostgreSQL:2; Docker; Python:{level}; Go:1; Git:3,ar:C2; en:B2,"
    "g{n}@example.org,2024\n"
)
PEAK = """
import resource, sys, django
from django.core.management import call_command
from tests.full import FULL
django.setup()
call_command("load", "graduates", sys.argv[1], "--dry-run")
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""


def peak_of(path):
    """Peak resident memory of a load in a process of its own, in the platform's unit."""
    environment = {
        **os.environ,
        "DATABASE_URL": database_of_the_tests(),
        "PYTHONPATH": os.pathsep.join((str(ROOT / "platform"), str(ROOT))),
        "DJANGO_SETTINGS_MODULE": "silah.settings",
    }
    done = subprocess.run(
        [sys.executable, "-c", PEAK, str(path)],
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    assert f"{count_of(path):,} created" in done.stdout
    return int(done.stdout.splitlines()[-1])


def database_of_the_tests():
    url = os.environ["DATABASE_URL"]
    return url.rpartition("/")[0] + "/" + connection.settings_dict["NAME"]


def count_of(path):
    with path.open() as file:
        return sum(1 for _ in file) - 1


def write(path, count):
    with path.open("w") as file:
        file.write(HEADER)
        file.writelines(ROW.format(n=n, level=1 + n % 4) for n in range(count))
    return path


@pytest.mark.django_db(transaction=True)
def test_ten_times_the_rows_need_at_most_a_fifth_more_memory(tmp_path):
    few = peak_of(write(tmp_path / "few.csv", FEW))
    many = peak_of(write(tmp_path / "many.csv", MANY))
    assert many <= MOST_GROWTH * few, (few, many)
    assert Profile.objects.count() == 0
