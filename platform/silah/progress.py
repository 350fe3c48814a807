"""A bar in the terminal; where nobody watches (a pipe, a log) it stays silent."""

import time
from types import TracebackType
from typing import Self, TextIO

WIDTH = 30
SECONDS_BETWEEN = 0.1


class Bar:
    """`with Bar(stream, "graduates", total) as bar: bar.come_to(n)`; `say` prints a line above."""

    def __init__(self, stream: TextIO, title: str, total: int) -> None:
        self.stream = stream
        self.title = title
        self.total = max(total, 1)
        self.is_shown = stream.isatty()
        self.drawn_at = 0.0

    def __enter__(self) -> Self:
        self.come_to(0)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._clear()

    def come_to(self, done: int) -> None:
        """`done` of the total; drawn at most ten times a second."""
        now = time.monotonic()
        if self.is_shown and (now - self.drawn_at > SECONDS_BETWEEN or done >= self.total):
            self.drawn_at = now
            self._draw(min(done, self.total))

    def say(self, line: str) -> None:
        self._clear()
        self.stream.write(f"{line}\n")

    def _draw(self, done: int) -> None:
        filled = WIDTH * done // self.total
        bar = "#" * filled + "." * (WIDTH - filled)
        self.stream.write(f"\r{self.title} [{bar}] {done:,} of {self.total:,}\x1b[K")
        self.stream.flush()

    def _clear(self) -> None:
        if self.is_shown:
            self.stream.write("\r\x1b[K")
            self.stream.flush()
