"""The port that the web server is to listen on."""

import argparse
import errno
import socket


def port_number(text: str) -> int:
    if text.isascii() and text.isdigit() and 0 < int(text) < 65536:
        return int(text)
    raise argparse.ArgumentTypeError(f"{text!r} is no port: give a number from 1 to 65535.")


def refusal(port: int) -> str | None:
    """Why nobody can listen on `port` of this machine, as a sentence; None where one can."""
    for family, host in ((socket.AF_INET, "127.0.0.1"), (socket.AF_INET6, "::1")):
        problem = _bind_error(family, host, port)
        if problem == errno.EADDRINUSE:
            other = 8123 if port != 8123 else 8124
            return f"Port {port} is in use: say `make demo PORT={other}`."
        if problem == errno.EACCES:
            return f"Port {port} is for root only: say `make demo PORT=8123`."
    return None


def _bind_error(family: socket.AddressFamily, host: str, port: int) -> int | None:
    try:
        with socket.socket(family) as attempt:
            attempt.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            attempt.bind((host, port))
    except OSError as error:
        return error.errno
    return None
