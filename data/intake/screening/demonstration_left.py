"""Ask about rows of the demonstration set that would be in a version beside a region's own."""

from data.errors import ACKNOWLEDGE, NOTE, Problem
from data.generated_rows import Counts
from data.intake.screening.own_rows import Own

LEFT, HELD = "demonstration_left", "demonstration_held"


def remarks(generated: Counts) -> list[Problem]:
    """Ask once whether all such rows may be there: the whole version is marked for them."""
    if not generated:
        return []
    tables = ", ".join(sorted(generated))
    return [Problem(LEFT, value=str(sum(generated.values())), expected=tables, level=ACKNOWLEDGE)]


def held(own: Own) -> list[Problem]:
    """Say of each table that was brought why such rows of it stay."""
    return [
        Problem(HELD, value=table, expected=str(many), level=NOTE)
        for table, many in own.held.items()
    ]
