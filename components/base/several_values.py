"""Know filters of which several values are chosen: municipalities and cohorts."""

from dataclasses import replace

from components.base.choices import choices, municipality_name
from components.base.i18n import Words
from queries.field_values import picked_of
from queries.view import ALL, NEVER, V, View

LEAST = 2
"""Values of several: one alone stands in the filter of one."""

ONE = {"places": "municipality", "cohorts": "cohort"}
"""The filter of one value beside that of several."""


def checked(view: V) -> tuple[V, dict[str, str]]:
    """Leave municipalities and cohorts of the region; gives by field what fell, too.

    A single value that is none of the several takes their place, for it was chosen after them.
    """
    known = choices()
    entries = {str(year) for year in known.cohorts.get(view.region, ())}
    places = [code for code in view.places.split(",") if code]
    cohorts = [year for year in view.cohorts.split(",") if year]
    found = {
        "places": [code for code in places if known.municipalities.get(code) == view.region],
        "cohorts": [year for year in cohorts if year in entries],
    }
    asked = {"places": places, "cohorts": cohorts}
    lost = {
        field: ", ".join(each for each in asked[field] if each not in kept)
        for field, kept in found.items()
    }
    one = {"places": view.municipality, "cohorts": str(view.cohort or ALL)}
    kept = {field: several(codes, one[field]) for field, codes in found.items()}
    return replace(view, places=kept["places"], cohorts=kept["cohorts"]), lost


def several(codes: list[str], one: str) -> str:
    """Write several values as a link has them; none if they are too few or `one` is another."""
    apart = set(codes)
    return ALL if len(apart) < LEAST or (one and one not in apart) else picked_of(apart)


def said(view: View, field: str, words: Words) -> str:
    """List the chosen values by name."""
    if field == "places":
        return ", ".join(sorted(municipality_name(code, words) for code in view.several_places))
    return ", ".join(map(str, sorted(view.several_cohorts)))


def counted(view: View, field: str, words: Words) -> str:
    """Say how many municipalities, or which cohorts, are shown."""
    if field == "places":
        return words("several.count", n=len(view.several_places))
    return words("several.cohorts", said=said(view, field, words))


def chosen(view: View) -> tuple[str, ...]:
    """Name the fields of which several values are chosen."""
    return tuple(field for field in ONE if getattr(view, field))


def none_alone(view: V, field: str, codes: str) -> V:
    """Show several values of a field, and no single one."""
    if field == "places":
        return replace(view, places=codes, municipality=ALL)
    return replace(view, cohorts=codes, cohort=NEVER)
