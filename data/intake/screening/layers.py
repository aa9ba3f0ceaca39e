"""Put received files over the current data: what is replaced, what is added and corrected."""

import functools
from collections.abc import Callable, Collection, Sequence

import pyarrow as pa

from data.intake.declared import origins
from data.intake.declared.gathering import FACTS, Gathered, gather
from data.intake.declared.reading import ReadFile
from data.intake.screening.own_rows import Own
from data.schema import INTAKE_TABLES


def compose(
    own: Own,
    received: Sequence[ReadFile],
    progress: Callable[[float], None],
    corrected: Collection[str] = (),
) -> Gathered:
    """Gather the version that would be: received rows over the region's `own` rows over facts.

    A received row takes the place of the row with its key. Of the tables named in `corrected`
    facts go before own rows.
    """
    facts = shipped()
    progress(0.3)
    inputs, moved = origins.carried(own.inputs, facts.inputs)
    rows = {name: origins.renumbered(layer, moved) for name, layer in own.rows.items()}
    brought = {table.name for table in INTAKE_TABLES}
    standing = {
        name: _ordered(rows.get(name), layers, name in corrected) if name in brought else layers
        for name, layers in facts.tables.items()
    }
    gathered = gather([], lambda share: progress(0.3 + 0.7 * share), received, standing, inputs)
    gathered.files = facts.files + gathered.files
    return gathered


def _ordered(own: pa.Table | None, facts: list[pa.Table], facts_first: bool) -> list[pa.Table]:
    older = [] if own is None else [own]
    return [*facts, *older] if facts_first else [*older, *facts]


@functools.lru_cache(maxsize=1)
def shipped() -> Gathered:
    """Gather the shipped facts once: they do not change while the program runs."""
    return gather([FACTS], lambda share: None)
