"""Know what of a view the page of risk profiles can show; the rest falls back."""

from components.base.i18n import Words
from components.risks.choice import DESKS, RisksView
from components.risks.numbers import factor_names, stages
from components.shell import offering
from components.shell.view_bar import Values
from queries.view import ALL, NEVER, SCHOOLS

FIELDS = ("on", "schools", "stage_before", "factor", "desk")
OWN = ("stage_before", "factor")


def possible(view: RisksView) -> dict[str, Values]:
    """List what the page offers: days, earlier stages with profiles, factors, its parts."""
    earlier: dict[object, str] = {year: str(year) for year in stages(view) if year < view.year} or {
        NEVER: "—"
    }
    factors: dict[object, str] = {ALL: Words(view.language)("view.all_factors")}
    factors |= dict(factor_names(view.language).items())
    return {
        "on": offering.days(view),
        "schools": SCHOOLS,
        "stage_before": earlier,
        "factor": factors,
        "desk": DESKS,
    }


def narrowed(view: RisksView) -> RisksView:
    """Give the view that the page shows."""
    return offering.narrowed(view, possible, FIELDS) if view.year else view
