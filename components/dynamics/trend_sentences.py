"""Say what trends against the rest of the region are seen, or from which year one could be.

A smaller share below the threshold is better; slopes are in percentage points a year.
"""

from dataclasses import dataclass
from typing import Any

import pandas as pd

from components.base.i18n import Words
from components.dynamics.sentences import points

HORIZON = 15
"""Years ahead beyond which a year is not told: nobody knows that the series will go on so long."""


@dataclass(frozen=True)
class TrendCounts:
    """Verdicts on series: how many in all, with a verdict, and better and worse of these.

    `visible` is the slope that half of the series would show every other time, NaN: not known;
    `enough` the first year in which one without a verdict could have one, 0: none can be told.
    """

    total: int
    judged: int
    better: int
    worse: int
    visible: float
    enough: int


def counted(found: pd.DataFrame) -> TrendCounts:
    """Count verdicts, one row a series: word, visible, enough."""
    of = found["word"].value_counts()
    enough = found["enough"].min()
    return TrendCounts(
        total=len(found),
        judged=len(found) - int(of.get("unknown", 0)),
        better=int(of.get("better", 0)),
        worse=int(of.get("worse", 0)),
        visible=float(found["visible"].median()),
        enough=0 if enough != enough else int(enough),
    )


def verdict(row: dict[str, Any], last: int, words: Words) -> str:
    """Say the verdict on one series, or the year from which there can be one."""
    if row["word"] != "unknown":
        return words(f"dynamics.trend_{row['word']}")
    if row["enough"] != row["enough"]:
        return words("dynamics.trend_unknown")
    if row["enough"] > last + HORIZON:
        return words("dynamics.trend_far", n=HORIZON)
    return words("dynamics.trend_from", year=int(row["enough"]))


def finding(found: TrendCounts, who: str, last: int, chance: float, words: Words) -> str:
    """Say how many series go another way than the rest of the region; a verdict first.

    `chance` is the share of verdicts, 0–1, that chance alone makes at most. Without any verdict
    nothing is said of directions, but the year from which something could be.
    """
    if found.better or found.worse:
        return words(
            "dynamics.trends_seen",
            better=words.number(found.better),
            worse=words.number(found.worse),
            who=who,
            chance=words.number(chance * found.judged, 1),
        )
    if found.judged:
        return words("dynamics.trends_none", who=who)
    if not found.enough:
        return words("dynamics.trends_unknown", who=who)
    if found.enough > last + HORIZON:
        return words("dynamics.trends_far", n=HORIZON, who=who)
    return words("dynamics.trends_from", year=found.enough, who=who)


def scope(found: TrendCounts, words: Words) -> str:
    """Say which slope would be seen, and how many series cannot be judged yet; or nothing."""
    early = found.total - found.judged
    parts = []
    if found.visible == found.visible:
        parts.append(words("dynamics.trends_visible", points=points(found.visible, words)))
    if found.judged and early:
        parts.append(words("dynamics.trends_early", n=early))
    return " ".join(parts)
