"""Know what of a view the page of exploring can show; the rest falls back."""

from components.base.i18n import Words
from components.base.pins import KINDS, Kind, named, pinned
from components.base.records import records
from components.explore import axes
from components.explore.choice import DESKS, QUARTERS, ExploreView
from components.explore.flow import flow
from components.explore.flow_figures import stream_said
from components.shell import offering
from components.shell.view_bar import Values
from queries.view import ALL

NUMBERS = ("across", "up", "by_size", "by_colour", "by_shape")
FIELDS = ("schools", "desk", *NUMBERS, "stream", "side", "base")
SCHOOLS = ("all", "urban", "rural")
"""Not low-performing schools: the flow is of who is one."""


def possible(view: ExploreView) -> dict[str, Values]:
    """List what the page offers: its parts, streams by name, kinds of pins, what is the base."""
    words = Words(view.language)
    return {
        "schools": SCHOOLS,
        "desk": DESKS,
        "tool": ("lasso", "box"),
        "trails": ("no", "yes"),
        "quarter": QUARTERS,
        **_numbers(view, words),
        "stream": _streams(view, words) if view.desk == "flow" else {ALL: words("flow.stream_any")},
        "side": _sides(view),
        "base": _bases(view, words),
    }


def _numbers(view: ExploreView, words: Words) -> dict[str, Values]:
    """List by role the numbers that points can have; an axis begins with one of its own."""
    if view.desk != "scatter" and not any(getattr(view, role) for role in NUMBERS):
        return dict.fromkeys(NUMBERS, (ALL,))
    known: dict[object, str] = {code: axes.named(code, words) for code in axes.numbers_of(view)}
    flags = axes.FLAGS if view.dots == "school" else ()
    looks = {ALL: words("scatter.none"), **known}
    flagged = looks | {code: axes.named(code, words) for code in flags}
    placed = [
        {first: known[first], **known} if (first := axes.first_of(view, place)) else looks
        for place in (0, 1)
    ]
    return dict(zip(NUMBERS, (*placed, looks, flagged, flagged), strict=True))


def _streams(view: ExploreView, words: Words) -> dict[object, str]:
    said = {row["stream"]: stream_said(row, words) for row in records(flow(view).streams)}
    return {ALL: words("flow.stream_any"), **said}


def _bases(view: ExploreView, words: Words) -> dict[object, str]:
    here = pinned(view, view.side or _sides(view)[0])
    return {str(pin): named(pin, words) for pin in here} or {ALL: "—"}


def _sides(view: ExploreView) -> tuple[Kind, ...]:
    """Begin with a kind of which something is pinned."""
    return tuple(sorted(KINDS, key=lambda kind: not pinned(view, kind)))


def narrowed(view: ExploreView) -> ExploreView:
    """Give the view that the page shows."""
    return offering.narrowed(view, possible, FIELDS) if view.year else view
