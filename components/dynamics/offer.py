"""Know what of a view the page of dynamics can show; the rest falls back, and is said."""

from collections.abc import Mapping
from dataclasses import replace

from components.base.choices import choices, indicator
from components.base.i18n import Words
from components.base.labels import label, labels
from components.base.load import keep, load
from components.dynamics.choice import BANDS, PANELS, PARTS, SINCE, VALUES, DynamicsView
from components.dynamics.levels import COUNTED
from components.dynamics.published import is_published, known
from components.shell import offering
from components.shell.page import Page
from components.shell.view_bar import Values
from queries import cohort_counts, cohorts, lookups
from queries.view import SUBJECTS, View, value

KIND = "pupil_rate"
FIELDS = ("indicator", "subject", "schools", "value", "since", "panel", "band", "part")
LOCALITIES = ("all", "urban", "rural")
"""Not low-performing schools: who is one is decided by the very results that are followed."""
WITHOUT_NET: dict[str, Values] = {"panel": PANELS[:1], "band": BANDS[:1]}
"""What there is of a full count or a mean score; the rest is of shares below the threshold."""


PUBLISHED: dict[str, Values] = {
    "schools": LOCALITIES[:1],
    "value": VALUES[:1],
    "since": SINCE[:1],
    "panel": PANELS[:1],
    "band": BANDS[:1],
    "part": PARTS[:1],
}
"""What there is of a published indicator: its municipalities over the years, and no cohorts."""


def possible(view: DynamicsView) -> dict[str, Values]:
    """List what the select boxes and switches of the page offer, where that is less than usual."""
    rates = keep(_rates, view.region)
    offered = (*rates, *keep(_counted).get(view.region, ()), *known(view.region))
    of = view.indicator if view.indicator in offered else rates[0]
    if is_published(of):
        return PUBLISHED | {"indicator": offered, "subject": (View.subject,)}
    subjects = _subjects_of(view.region, of)
    every = any(subjects.values())
    scored = every if view.subject == View.subject else subjects.get(view.subject, False)
    values = VALUES if scored else VALUES[:1]
    net = of not in COUNTED and not (scored and view.value == "mean")
    all_parts: dict[str, Values] = {"panel": PANELS, "band": BANDS, "part": PARTS}
    apart = all_parts if net else WITHOUT_NET | {"part": _parts_without_net(view)}
    return {
        "indicator": offered if net or of in COUNTED else _followed(offered, view),
        "subject": (View.subject, *subjects),
        "schools": LOCALITIES,
        "value": values,
        "since": SINCE if choices().cohorts.get(view.region) else SINCE[:1],
        **apart,
    }


def narrowed(view: DynamicsView) -> DynamicsView:
    """Give the view that the page shows: an indicator of the region, a subject it has.

    The default indicator is no choice: the page opens with a share of pupils. Who chose it here
    also has a `value` in the link, as after any choice on this page.
    """
    if not view.value and view.indicator == View.indicator:
        view = replace(view, indicator=keep(_rates, view.region)[0])
    return offering.narrowed(view, possible, FIELDS)


def notice(page: Page[DynamicsView]) -> str:
    """Say what fell back to a value that the page can show; nothing of what nobody chose."""
    words = page.words
    said = [
        f"{words('view.' + field)} «{label(field, value(page.asked, field), words)}» → "
        f"«{_name(field, page.view, words)}»"
        for field in offering.fallen(page, FIELDS)
    ]
    return words("dynamics.fallen_back", said="; ".join(said)) if said else ""


def _name(field: str, view: DynamicsView, words: Words) -> str:
    """Name what is shown: as the page calls it, where it has a name of its own for it."""
    offered, shown = possible(view)[field], value(view, field)
    return offered[shown] if isinstance(offered, Mapping) else label(field, shown, words)


def _parts_without_net(view: DynamicsView) -> dict[object, str]:
    """Offer the table and the method alone.

    The table is called by the default part here: back at the shares, the reader finds that part.
    """
    words, first = Words(view.language), "table" if view.part == "table" else PARTS[0]
    return {first: words("view.part_table"), "method": words("view.part_method")}


def _followed(offered: tuple[str, ...], view: DynamicsView) -> dict[object, str]:
    """Name the indicators by what is followed of them: of a procedure with scores, its mean."""
    words = Words(view.language)
    named = labels("indicator", offered, words)
    for code in offered:
        if any(_subjects_of(view.region, code).values()):
            procedure = words(f"procedure.{indicator(code)['procedure']}")
            named[code] = words("dynamics.mean_of", procedure=procedure)
    return named


def _rates(region: str) -> tuple[str, ...]:
    """List the shares of pupils that a region has results of; all, if it has none."""
    cards = load(lookups.indicators)
    rates = cards[cards["kind"].eq(KIND)]
    here = {procedure for place, procedure in keep(_subjects) if place == region}
    return tuple(rates.loc[rates["procedure"].isin(here), "code"]) or tuple(rates["code"])


def _counted() -> dict[str, tuple[str, ...]]:
    """List the full counts that each region has."""
    found = load(cohort_counts.known)
    found = found[found["indicator"].isin(COUNTED)]
    return {str(region): tuple(part["indicator"]) for region, part in found.groupby("region")}


def _subjects_of(region: str, code: str) -> dict[str, bool]:
    """Give the subjects of an indicator, and which have mean scores; a full count has none."""
    procedure = str(indicator(code)["procedure"])
    return {} if code in COUNTED else keep(_subjects).get((region, procedure), {})


def _subjects() -> dict[tuple[str, str], dict[str, bool]]:
    """Give by region and procedure its subjects, in their order, and which have mean scores."""
    found = load(cohorts.subjects)
    return {
        (str(region), str(procedure)): {
            subject: bool(part["scored"][part["subject"].eq(subject)].any())
            for subject in sorted(part["subject"], key=SUBJECTS.index)
        }
        for (region, procedure), part in found.groupby(["region", "procedure"])
    }
