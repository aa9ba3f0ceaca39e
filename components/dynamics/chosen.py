"""Know what of a view the page of dynamics can show; the rest falls back, and is said."""

from components import offering
from components.choices import indicator
from components.labels import label
from components.load import keep, load
from components.page import Page
from components.view_bar import Values, current
from queries import cohorts, lookups
from queries.view import SUBJECTS, View

KIND = "pupil_rate"
FIELDS = ("indicator", "subject", "schools")
LOCALITIES = ("all", "urban", "rural")
"""Not low-performing schools: who is one is decided by the very results that are followed."""


def possible(view: View) -> dict[str, Values]:
    """List what the select boxes of the page offer, where that is less than elsewhere."""
    rates = keep(_rates, view.region)
    of = view.indicator if view.indicator in rates else rates[0]
    procedure = str(indicator(of)["procedure"])
    subjects = keep(_subjects).get((view.region, procedure), ())
    return {
        "indicator": rates,
        "subject": (View.subject, *subjects),
        "schools": LOCALITIES,
    }


def narrowed(view: View) -> View:
    """Give the view that the page shows: a share of pupils, a subject that its procedure has."""
    return offering.narrowed(view, possible, FIELDS)


def notice(page: Page) -> str:
    """Say what fell back to a value that the page can show; nothing of what nobody chose."""
    words, (asked, _) = page.words, current(page.choices)
    said = [
        f"{words('view.' + field)} «{label(field, getattr(asked, field), words)}» → "
        f"«{label(field, getattr(page.view, field), words)}»"
        for field in FIELDS
        if getattr(asked, field) not in (getattr(page.view, field), getattr(View, field))
    ]
    return words("dynamics.fallen_back", said="; ".join(said)) if said else ""


def _rates(region: str) -> tuple[str, ...]:
    """List the shares of pupils that a region has results of; all, if it has none."""
    cards = load(lookups.indicators)
    rates = cards[cards["kind"].eq(KIND)]
    here = {procedure for place, procedure in keep(_subjects) if place == region}
    return tuple(rates.loc[rates["procedure"].isin(here), "code"]) or tuple(rates["code"])


def _subjects() -> dict[tuple[str, str], tuple[str, ...]]:
    found = load(cohorts.subjects)
    return {
        (str(region), str(procedure)): tuple(sorted(part["subject"], key=SUBJECTS.index))
        for (region, procedure), part in found.groupby(["region", "procedure"])
    }
