"""Know what of a view the page of the project year can show; the rest falls back."""

from components.shell.view_bar import Values
from queries.view import View

DESKS = ("documents", "curators")


def possible(view: View) -> dict[str, Values]:
    """List the parts of the page."""
    return {"desk": DESKS}


def narrowed(view: View) -> View:
    """Give the view that the page shows: one of its own parts."""
    return view if view.desk in DESKS else view.but(desk=DESKS[0])
