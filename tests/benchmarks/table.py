"""Print results: one table a topic, medians with the number of times behind them."""

import statistics
from collections.abc import Sequence

Row = Sequence[str | float | int]


def show(title: str, heads: Sequence[str], rows: Sequence[Row], *notes: str) -> None:
    """Print a table with its first column to the left and the rest to the right."""
    cells = [[_cell(value) for value in row] for row in (heads, *rows)]
    widths = [max(len(row[i]) for row in cells) for i in range(len(heads))]
    print(f"\n{title}")
    for row in cells:
        first, *rest = (text.rjust(width) for text, width in zip(row, widths, strict=True))
        print("  ".join(["", row[0].ljust(len(first)), *rest]))
    for note in notes:
        print(f"  {note}")


def median(times: Sequence[float]) -> float:
    return statistics.median(times)


def percentile(times: Sequence[float], share: float) -> float:
    """The smallest time that at least `share` of the times do not exceed."""
    ordered = sorted(times)
    return ordered[min(int(share * len(ordered)), len(ordered) - 1)]


def _cell(value: str | float | int) -> str:
    if isinstance(value, float):
        return f"{value:.2f}" if abs(value) < 10 else f"{value:.0f}"
    return str(value)
