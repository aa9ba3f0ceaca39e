"""Ask whether a page has anything to show, so that others lead to it only where it has."""

from sqlalchemy import ColumnElement, and_, func, select

from data.definitions import year_of
from data.schema import municipality, road_map, road_map_execution, road_map_measure, school
from data.schema import school_status as statuses
from data.statements import Statement
from queries.by_shape import COHORT, MUNICIPALITY, REGION, by_shape, of_picked
from queries.view import ALL, NEVER, View


@by_shape
def road_map_years(view: View) -> Statement:
    """One row per year in which schools of the chosen place and kind marked a measure."""
    step, status = road_map_execution.c, statuses.c
    year = year_of(step.due_date)
    return (
        select(year.label("year"))
        .join(road_map_measure, road_map_measure.c.measure_id == step.measure_id)
        .join(road_map, road_map.c.code == road_map_measure.c.road_map)
        .join(school, school.c.school_id == step.school_id)
        .join(municipality, municipality.c.oktmo == school.c.oktmo)
        .outerjoin(statuses, and_(status.school_id == step.school_id, status.year == year))
        .where(road_map.c.region == REGION, municipality.c.region == REGION, *_chosen(view))
        .distinct()
        .order_by(year)
    )


def _chosen(view: View) -> list[ColumnElement[bool]]:
    """Narrow schools to the place, the cohort, the kind and the picked schools of the view."""
    kinds: dict[str, list[ColumnElement[bool]]] = {
        "all": [],
        "low_performing": [statuses.c.low_performing],
        "urban": [school.c.locality == "urban"],
        "rural": [school.c.locality == "rural"],
    }
    here = [school.c.oktmo == MUNICIPALITY] if view.municipality != ALL else []
    entry = statuses.alias("of_entry").c
    entered = (
        select(func.min(entry.year))
        .where(entry.school_id == school.c.school_id, entry.in_project)
        .scalar_subquery()
    )
    cohort = [entered == COHORT] if view.cohort != NEVER else []
    return [*here, *cohort, *kinds[view.schools], *of_picked(view, school.c.school_id)]
