"""List for each shown indicator which questions give its schools and its rows."""

from collections.abc import Callable
from dataclasses import dataclass

from data.statements import Statement
from queries import contributions, counted_rows
from queries.view import View


@dataclass(frozen=True)
class Counted:
    """How an indicator is counted: by which school, from which rows, and what else decides."""

    by_school: Callable[[View], Statement]
    rows: Callable[[View], Statement]
    by_status: bool = False
    """Only low-performing schools count, or count in the numerator."""
    by_report: bool = False
    """Without the municipality's report something does not count."""


def counted(indicator: str, kind: str) -> Counted:
    """Say how an indicator is counted; KeyError for a coverage that is not listed here."""
    kinds = {
        "value": Counted(counted_rows.value, counted_rows.value_rows),
        "pupil_rate": Counted(contributions.below_threshold, counted_rows.result_rows),
    }
    coverages = {
        "IND-19": Counted(
            contributions.low_performing, counted_rows.status_rows, by_status=True, by_report=True
        ),
        "IND-03": Counted(
            contributions.mentored, counted_rows.pair_rows, by_status=True, by_report=True
        ),
        "IND-13": Counted(contributions.road_maps, counted_rows.step_rows),
        "IND-20": Counted(contributions.trained, counted_rows.training_rows, by_status=True),
    }
    return kinds.get(kind) or coverages[indicator]
