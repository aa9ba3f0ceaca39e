"""Know which schools the page can show: those of the place that this reader may see."""

from dataclasses import replace

import pandas as pd

from components.base.choices import choices
from components.base.load import load
from components.school.choice import SchoolView
from components.shell.view_bar import Values
from queries import school_card, schools
from queries.view import ALL, View, region_key


def named(view: View) -> pd.DataFrame:
    """One row per school of the region that this reader sees, by municipality and name."""
    return load(school_card.named, region_key(view))


def of_place(view: View) -> pd.DataFrame:
    """Keep those of the view's place."""
    found = named(view)
    return found if view.municipality == ALL else found[found["oktmo"].eq(view.municipality)]


def possible(view: SchoolView) -> dict[str, Values]:
    """List the schools of the view's place, and none chosen."""
    offered: dict[object, str] = {ALL: "—"}
    for row in of_place(view).itertuples():
        offered[row.school_id] = f"{row.name} · {row.municipality}"
    return {"school": offered}


def narrowed(view: SchoolView) -> SchoolView:
    """Open the school of the link, whatever its region and municipality are; or none."""
    oktmo = dict(load(schools.municipalities).itertuples(index=False, name=None)).get(view.school)
    if view.school == ALL or oktmo is None:
        return replace(view, school=ALL)
    region = choices().municipalities[oktmo]
    if region != view.region:
        return replace(choices().default(SchoolView, region, view.language), school=view.school)
    return view if view.municipality in (ALL, oktmo) else replace(view, municipality=oktmo)
