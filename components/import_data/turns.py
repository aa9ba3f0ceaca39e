"""Let readers take turns at heavy work: five at once would take five times the memory of one.

Large files are read and screened in one line. Small ones, read in a moment, are screened in
another: they need not wait until large ones are done.
"""

import contextlib
import threading
from collections import deque
from collections.abc import Callable, Iterator

LOOK_SECONDS = 0.5


class Line:
    """A line in which the first works and the others wait, in the order in which they came."""

    def __init__(self) -> None:
        self._waiting: deque[object] = deque()
        self._moved = threading.Condition()

    @contextlib.contextmanager
    def turn(self, tell: Callable[[int], object]) -> Iterator[None]:
        """Wait for one's turn and hold it.

        `tell` is called again and again with how many are before; whoever it raises for leaves.
        """
        ticket = object()
        with self._moved:
            self._waiting.append(ticket)
        try:
            while before := self._before(ticket):
                tell(before)
            yield
        finally:
            with self._moved:
                self._waiting.remove(ticket)
                self._moved.notify_all()

    def _before(self, ticket: object) -> int:
        """Count those before, at once if they are none, else after a while or a move."""
        with self._moved:
            if self._waiting[0] is not ticket:
                self._moved.wait(LOOK_SECONDS)
            return self._waiting.index(ticket)


LARGE, SMALL = Line(), Line()
