"""Know what of a view the page of mentoring can show; the rest falls back."""

from components.base.load import load
from components.mentoring.choice import DESKS, MentoringView
from components.shell import offering
from components.shell.view_bar import Values
from queries import mentoring
from queries.view import ALL, region_key

FIELDS = ("on", "schools", "desk", "mentor")
LOCALITIES = ("all", "urban", "rural")


def possible(view: MentoringView) -> dict[str, Values]:
    """List what the page offers: month ends to report on, kinds of schools, its parts."""
    return {
        "on": offering.days(view),
        "schools": LOCALITIES,
        "desk": DESKS,
        "mentor": (ALL, *sorted(set(load(mentoring.pairs, region_key(view))["mentor_id"]))),
    }


def narrowed(view: MentoringView) -> MentoringView:
    """Give the view that the page shows."""
    return offering.narrowed(view, possible, FIELDS) if view.year else view
