"""`python -m tests.idp CALLBACK NAME:ADDRESS:verified ...`: serve until stdin closes.

Prints the port. Everybody's password is the one below; CALLBACK is where our site is called back.
"""

import sys
import threading
from socketserver import ThreadingMixIn
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

import django
from django.core.management import call_command

from tests.idp.running import CLIENT, PASSWORD, SECRET


class _Server(ThreadingMixIn, WSGIServer):
    daemon_threads = True


class _Quiet(WSGIRequestHandler):
    def log_message(self, *_line: object) -> None:
        """Nobody reads it."""


def main(callback: str, people: list[str]) -> None:
    django.setup()
    call_command("migrate", verbosity=0)
    for person in people:
        _save(*person.split(":"))
    _register(callback)
    from django.core.wsgi import get_wsgi_application

    server = make_server("127.0.0.1", 0, get_wsgi_application(), _Server, _Quiet)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    sys.stdout.write(f"{server.server_port}\n")
    sys.stdout.flush()
    sys.stdin.read()


def _save(name: str, address: str, verified: str = "") -> None:
    from allauth.account.models import EmailAddress
    from django.contrib.auth.models import User

    user = User.objects.create_user(name, address, PASSWORD)
    EmailAddress.objects.create(user=user, email=address, primary=True, verified=bool(verified))


def _register(callback: str) -> None:
    from allauth.idp.oidc.models import Client

    client = Client(id=CLIENT, name="Silah", scopes="openid\nemail\nprofile", skip_consent=True)
    client.redirect_uris = callback
    client.set_secret(SECRET)
    client.save()


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
