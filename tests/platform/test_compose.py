"""No container engine here: the commands of docker-compose.yml are tried outside."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
COMPOSE = yaml.safe_load((ROOT / "docker-compose.yml").read_text())
SERVICES = COMPOSE["services"]
OURS = ("migrate", "web", "worker", "bulk", "beat")


def dockerfile_command() -> list[str]:
    line = re.search(r"^CMD (\[.*\])$", (ROOT / "Dockerfile").read_text(), re.MULTILINE)
    assert line is not None
    command: list[str] = json.loads(line.group(1))
    return command


def tried(*argv: str) -> subprocess.CompletedProcess[str]:
    """Run `argv` here, as the image would, with programs from this environment."""
    folder = Path(sys.executable).parent
    program = shutil.which(argv[0], path=str(folder))
    assert program is not None, f"{argv[0]} is not in requirements/demo.txt"
    return subprocess.run(
        [program, *argv[1:]],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT / "platform")},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


def test_postgres_has_the_locale_of_the_embedded_one() -> None:
    from silah.embedded.postgres import INITDB_OPTIONS

    given = SERVICES["postgres"]["environment"]["POSTGRES_INITDB_ARGS"].split()

    assert set(given) <= set(INITDB_OPTIONS)
    assert "--locale-provider=builtin" in given


@pytest.mark.parametrize("name", OURS)
def test_secrets_are_asked_for_and_never_written(name: str) -> None:
    environment = SERVICES[name]["environment"]

    assert environment["SECRET_KEY"].startswith("${SECRET_KEY:?")
    assert "${POSTGRES_PASSWORD:?" in environment["DATABASE_URL"]


def test_example_settings_name_everything_the_file_asks_for() -> None:
    asked = set(re.findall(r"\$\{([A-Z_]+)", (ROOT / "docker-compose.yml").read_text()))
    example = dict(
        line.split("=", 1)
        for line in (ROOT / ".env.example").read_text().splitlines()
        if line and not line.startswith("#")
    )

    assert set(example) == asked
    assert example["SECRET_KEY"] == example["POSTGRES_PASSWORD"] == ""


def test_tables_are_made_by_the_command_that_make_demo_uses() -> None:
    assert SERVICES["migrate"]["command"] == ["python", "manage.py", "migrate"]
    assert (ROOT / "manage.py").exists()


def test_nothing_of_ours_starts_before_the_tables_exist() -> None:
    for name in ("web", "worker", "bulk", "beat"):
        condition = SERVICES[name]["depends_on"]["migrate"]["condition"]
        assert condition == "service_completed_successfully"


def test_web_command_is_the_image_s_and_gunicorn_accepts_it() -> None:
    command = SERVICES["web"]["command"]

    assert command == dockerfile_command()
    assert tried(*command, "--check-config").returncode == 0


@pytest.mark.parametrize("name", ["worker", "bulk", "beat"])
def test_celery_accepts_the_command(name: str) -> None:
    # An unknown option is refused before --help is obeyed.
    assert tried(*SERVICES[name]["command"], "--help").returncode == 0


def test_celery_accepts_the_worker_s_health_check() -> None:
    check = SERVICES["worker"]["healthcheck"]["test"][1].replace("$$HOSTNAME", "here")

    assert tried(*check.split(), "--help").returncode == 0
