"""Say in words what the flow of statuses shows."""

from components.base.i18n import Words
from components.explore.flow import Flow
from queries.methods.status_flow import ON_LIST

SILENT = ("not_yet", "unknown", "no_more")


def _last(found: Flow, *states: str) -> int:
    """Count the schools in states of the last year."""
    rows = found.standings
    here = rows["year"].eq(found.years[-1]) & rows["state"].isin(states)
    return int(rows.loc[here, "schools"].sum())


def finding(found: Flow, words: Words) -> str:
    """Say how many are on the last list, and how many of them are there again."""
    listed = words("unit.schools", n=_last(found, *ON_LIST))
    returned = words.number(_last(found, "returned"))
    return words("flow.finding", last=found.years[-1], listed=listed, returned=returned)


def detail(found: Flow, words: Words) -> str:
    """Say how many were on any list, how many left, and of how many nothing is known."""
    said = words(
        "flow.detail",
        first=found.since,
        last=found.years[-1],
        schools=words("unit.schools", n=found.schools),
        left=words.number(_last(found, "left")),
    )
    silent = _last(found, *SILENT)
    return f"{said} {words('flow.silent', n=silent, last=found.years[-1])}" if silent else said
