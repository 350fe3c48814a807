import signal
import socket

from silah.embedded import binaries
from silah.embedded.accounts import here
from silah.embedded.processes import Ladder
from silah.embedded.state import Place, empty_folder


class Valkey:
    """Keeps nothing on disk and never evicts: a queue that forgets would lose work."""

    name = "Valkey"
    variable = "REDIS_URL"
    ladder: Ladder = ((signal.SIGTERM, 5.0),)

    def __init__(self, place: Place) -> None:
        self.state = place.state
        self.sockets = place.sockets("valkey")
        self.socket = self.sockets / "valkey.sock"
        self.account = here()

    @property
    def url(self) -> str:
        return f"unix://{self.socket}"

    def answers(self) -> bool:
        with socket.socket(socket.AF_UNIX) as client:
            client.settimeout(1)
            try:
                client.connect(str(self.socket))
                client.sendall(b"PING\r\n")
                return client.recv(5) == b"+PONG"
            except OSError:
                return False

    def prepare(self) -> list[str]:
        """Make everything that must exist, and return the command to run."""
        empty_folder(self.sockets, self.account)
        listen = ["--port", "0", "--unixsocket", str(self.socket), "--unixsocketperm", "700"]
        keep_nothing = ["--save", "", "--appendonly", "no", "--dir", str(self.sockets)]
        return [str(binaries.valkey()), *listen, *keep_nothing, "--maxmemory-policy", "noeviction"]
