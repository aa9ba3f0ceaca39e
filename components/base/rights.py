"""What the reader of this run may see and do; whoever draws or caches asks here."""

import contextlib
import contextvars
from collections.abc import Iterator
from dataclasses import dataclass, replace


@dataclass(frozen=True)
class Right:
    """What one reader may: equal rights share what is cached, unequal ones never do."""

    writes: bool = False
    """Whether he may publish, go back, and save anything that stays."""

    municipalities: frozenset[str] | None = None
    """Whose schools he sees one by one, by ОКТМО; None: every school. All see every total."""

    def sees_all(self) -> bool:
        """Tell whether no school is hidden from him."""
        return self.municipalities is None

    def to_all(self) -> "Right":
        """Give the same right with every school seen: totals are made of them."""
        return replace(self, municipalities=None)


NOTHING = Right(municipalities=frozenset())
"""The right of whoever nobody has decided about: totals alone."""

_right: contextvars.ContextVar[Right] = contextvars.ContextVar("right", default=NOTHING)


@contextlib.contextmanager
def reading_as(right: Right) -> Iterator[None]:
    """Draw what follows for a reader of this right."""
    token = _right.set(right)
    try:
        yield
    finally:
        _right.reset(token)


def right() -> Right:
    """Give the right of the reader for whom this run draws."""
    return _right.get()
