#!/usr/bin/env python
"""Django's commands, and Silah's: `python manage.py help` lists them."""

import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent / "platform"))

from django.core.management import execute_from_command_line

from silah import embedded

# These read code and files only; starting servers for them would be a needless wait.
WITHOUT_SERVERS = {
    *("", "check", "checkmessages", "collectstatic", "compilemessages", "diffsettings"),
    *("findstatic", "help", "makemessages", "makemigrations", "startapp", "version"),
}


def needs_servers(arguments: list[str]) -> bool:
    command = next((each for each in arguments if not each.startswith("-")), "")
    return command not in WITHOUT_SERVERS and not {"-h", "--help"} & set(arguments)


def run(arguments: list[str]) -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "silah.settings")
    if not needs_servers(arguments[1:]):
        for name, unused in embedded.UNUSED.items():
            os.environ[name] = os.environ.get(name) or unused
        execute_from_command_line(arguments)
        return
    with embedded.attach("demo"):
        execute_from_command_line(arguments)


if __name__ == "__main__":
    try:
        run(sys.argv)
    except embedded.EmbeddedError as error:
        sys.exit(str(error))
