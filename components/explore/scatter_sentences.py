"""Say in words what a plot shows: its medians and quarters, its line or why none, who is left."""

from components.base.i18n import Words
from components.explore import axes
from components.explore.choice import ExploreView
from components.explore.scatter import Scatter, quarter_of, scatter, standing
from queries.methods.quarters import LEAST, LINE

QUARTERS = ("right_above", "left_above", "right_below", "left_below")


def value(amount: float, code: str, words: Words) -> str:
    """Write a number of an axis."""
    kind = axes.kind(code)
    if kind == "percent":
        return words.percent(amount)
    return words.number(amount, 1 if kind == "decimal" or amount != int(amount) else 0)


def counted(n: int, view: ExploreView, words: Words) -> str:
    """Count points by what they are."""
    return words(f"scatter.count_{view.dots}", n=n)


def finding(view: ExploreView, words: Words) -> str:
    """Say how many points there are and how many lie above both medians."""
    found = scatter(view)
    rows = found.points.rows
    if found.quarters is None:
        if stood := standing(view):
            return words("scatter.broken", year=view.year, before=stood[0])
        return words("scatter.nothing", year=view.year)
    if len(rows) == 1:
        return words("scatter.finding_one", name=rows["name"].iloc[0])
    both = int((found.quarters.right & found.quarters.above).sum())
    return words(
        "scatter.finding",
        count=counted(len(rows), view, words),
        across=axes.named(view.across, words),
        up=axes.named(view.up, words),
        both=words.number(both),
    )


def detail(view: ExploreView, words: Words) -> str:
    """Say the medians, and whether a line may be drawn."""
    found = scatter(view)
    if found.quarters is None or len(found.points.rows) == 1:
        return ""  # of one point the medians are its own numbers
    medians = words(
        "scatter.medians",
        across=value(found.quarters.across, view.across, words),
        up=value(found.quarters.up, view.up, words),
    )
    return f"{medians} {line(found, view, words)}"


def line(found: Scatter, view: ExploreView, words: Words) -> str:
    """Say what the line says, or why there is none."""
    verdict = found.line.verdict
    if verdict == LINE:
        return words(
            "scatter.line_rises" if found.line.slope > 0 else "scatter.line_falls", n=found.pairs
        )
    return words(f"scatter.line_{verdict}", n=found.pairs, least=LEAST)


def left(view: ExploreView, words: Words) -> str:
    """Count the points that are left out, by reason."""
    gone = scatter(view).points.left
    said = [
        words(f"scatter.left_{reason}", count=counted(n, view, words)) for reason, n in gone.items()
    ]
    return words("scatter.left", said="; ".join(said)) if said else ""


def corners(view: ExploreView, words: Words) -> dict[str, str]:
    """Say of each quarter what it is, and how many points lie in it."""
    counts = quarter_of(scatter(view)).value_counts()
    return {
        name: f"{words(f'view.quarter_{name}')}: {words.number(int(counts.get(name, 0)))}"
        for name in QUARTERS
    }


def chosen(view: ExploreView, n: int, words: Words) -> str:
    """Head the table: what is chosen, or every point."""
    count = counted(n, view, words)
    if view.quarter:
        return words("scatter.chosen_quarter", count=count, said=words(_quarter(view)))
    return words("scatter.chosen" if view.caught else "scatter.every", count=count)


def _quarter(view: ExploreView) -> str:
    return f"view.quarter_{view.quarter}"


def said_of(row: dict, view: ExploreView, words: Words) -> str:
    """Say one point in lines: its name, and each number that is asked for."""
    lines = [str(row["name"]), *([str(row["municipality"])] if row["municipality"] else [])]
    for name in ("across", "up", "by_size", "by_colour", "by_shape"):
        code = getattr(view, name)
        if code:
            lines.append(f"{axes.named(code, words)}: {cell(row[name], code, words)}")
    return "\n".join(lines)


def cell(amount: float, code: str, words: Words) -> str:
    """Write one number of a point; what is not known is said, never a zero."""
    if amount != amount:
        return words("scatter.unknown")
    if code in axes.FLAGS:
        return words("scatter.yes" if amount else "scatter.no")
    return value(amount, code, words)


def both(view: ExploreView, words: Words) -> str:
    """Name both numbers, as a name for what was chosen by them."""
    return f"{axes.named(view.across, words)} × {axes.named(view.up, words)}"
