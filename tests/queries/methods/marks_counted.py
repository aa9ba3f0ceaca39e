"""Count the marks of municipalities in worlds whose truth is known."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from queries.methods.comparison import judged
from tests.queries.methods.marks_worlds import World, drawn, summed

CONFIDENCE = 0.95
MARKED_BAR, FOUND_BAR = 5.0, 70.0
"""Per cent: at most of cells marked where nothing differs, at least of real differences found."""

SPREADS, SHARES = (0.0, 0.25, 0.47, 0.6), (0.03, 0.1, 0.3)


@dataclass(frozen=True)
class Marks:
    """In per cent: of shown cells marked above and below; of differing ones marked rightly."""

    above: float
    below: float
    found: float
    cells: int


def marks(worlds: list[pd.DataFrame], alike: bool = True, group: int = 0) -> Marks:
    """Judge regions, one frame of schools each, as the pages do.

    Not `alike`: as if pupils of one school were independent, to tell what the spread changes.
    `group`: against so many municipalities, spread over the region, instead of all of it.
    """
    sides, effects = [], []
    for schools in worlds:
        rows = summed(schools) if alike else summed(schools).assign(within=0.0)
        rows["oktmo"] = rows.index.astype(str)
        places = rows["oktmo"].iloc[:: len(rows) // group] if group else None
        asked = rows.assign(shown=True) if group else rows
        outside = judged(asked, np.full(len(rows), True), CONFIDENCE, places).outside
        seen = rows["shown"].to_numpy() & ~np.isnan(outside)
        sides.append(outside[seen])
        effects.append(schools.groupby("place")["effect"].first().to_numpy()[seen])
    side, effect = np.concatenate(sides), np.concatenate(effects)
    right = (side == np.sign(effect))[effect != 0]
    found = 100 * float(right.mean()) if len(right) else float("nan")
    none = side[effect == 0]
    above, below = (100 * float(np.mean(none == way)) for way in (1, -1))
    return Marks(above, below, found, len(none))


def of_world(world: World, seeds: range) -> Marks:
    """Count the marks of a world drawn from each seed."""
    return marks([drawn(world, seed) for seed in seeds])
