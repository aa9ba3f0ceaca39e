"""Know what of a view the page of road maps can show; the rest falls back, and is said."""

from dataclasses import replace

from components.base.i18n import Words
from components.base.load import keep, load
from components.charts import fitting
from components.roadmaps.choice import OF_MAPS, RoadmapsView, figures_key
from components.roadmaps.executions import maps, plan
from components.roadmaps.numbers import numbers
from components.shell import offering
from components.shell.page import Page
from components.shell.view_bar import Values
from queries import roadmaps
from queries.view import ALL, region_key

FIELDS = ("on", "road_map", "party", "measure", "desk")
ROOM, LETTERS = 195, 14.4
"""Width of the words in the select box of measures, and their size, px."""

SAID = ("road_map", "party", "measure")
"""Fields whose fall is told; a part of another page is no choice of the reader's."""


def possible(view: RoadmapsView) -> dict[str, Values]:
    """List what the page offers, with the names that only its rows know."""
    return keep(_possible, replace(figures_key(view), measure=ALL, desk=view.desk))


def _possible(view: RoadmapsView) -> dict[str, Values]:
    words = Words(view.language)
    return {
        "on": offering.days(view),
        "road_map": {ALL: words("roadmaps.all_maps"), **_maps(view, words)},
        "party": {ALL: words("roadmaps.all_parties"), **_parties(view)},
        "measure": {ALL: words("roadmaps.no_measure"), **_measures(view)},
        "desk": desks(view),
    }


def narrowed(view: RoadmapsView) -> RoadmapsView:
    """Give the view that the page shows: a map of the place, a party and a measure of the map."""
    return offering.narrowed(view, possible, FIELDS) if view.year else view


def notice(page: Page[RoadmapsView]) -> str:
    """Say what of the link this place does not have; nothing of what nobody chose."""
    said = offering.fallen_values(page, SAID)
    return page.words("notice.not_here", said=said) if said else ""


def desks(view: RoadmapsView) -> tuple[str, ...]:
    """List the parts of the page: those of road maps, those of a region's stated facts, or both."""
    of_maps = OF_MAPS if len(maps(view)) else ()
    of_facts = ("facts",) if has_facts(view) else ()
    return (*of_maps, *of_facts, "method")


def has_facts(view: RoadmapsView) -> bool:
    """Tell whether documents state facts about measures of the region."""
    return len(load(roadmaps.facts, region_key(view))) > 0


def map_drawn(view: RoadmapsView) -> str:
    """Give the map whose measures are drawn: the chosen one, else the one with most marks."""
    n = numbers(view)
    if view.road_map != ALL or n.maps.empty:
        return view.road_map
    of_map = n.measures.set_index("measure_id")["road_map"]
    marked = n.marked.groupby(n.marked.index.map(of_map)).sum()
    return str(max(sorted(n.maps["code"]), key=lambda code: marked.get(code, 0)))


def _maps(view: RoadmapsView, words: Words) -> dict[object, str]:
    return {row["code"]: words.pick(row, "name") for row in maps(view).to_dict("records")}


def _parties(view: RoadmapsView) -> dict[object, str]:
    """Name the parties of the maps of the place, in the words of the documents."""
    measures, _ = plan(view)
    codes = [view.road_map] if view.road_map else list(maps(view)["code"])
    here = measures[measures["road_map"].isin(codes)]
    return {party: party for party in sorted({name for row in here["parties"] for name in row})}


def _measures(view: RoadmapsView) -> dict[object, str]:
    """Name the measures that can be opened: of the map drawn, or of the region's stated facts."""
    if view.desk == "facts" or maps(view).empty:
        rows = load(roadmaps.facts, region_key(view)).drop_duplicates("measure_no")
        rows = rows.assign(measure_id=rows["measure_no"], text_ru=rows["measure"])
    else:
        n, code = numbers(view), map_drawn(view)
        rows = n.measures[n.measures["road_map"].eq(code)]
    named = zip(rows["measure_id"], rows["measure_no"], rows["text_ru"], strict=True)
    return {measure: _short(f"{number} {text}") for measure, number, text in named}


def _short(text: str) -> str:
    """Cut a wording to what its select box has room for; the card has it in full."""
    return fitting.cut(text, ROOM, LETTERS)
