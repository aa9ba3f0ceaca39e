"""Ask for the recommendations of a region's events and for the marks of their execution.

Questions are of a whole region: a page counts its parts from one answer.
"""

from sqlalchemy import and_, select, true

from data.schema import (
    event,
    indicator,
    municipality,
    recommendation,
    recommendation_mark,
    school,
    source_document,
)
from data.statements import Statement
from queries.by_shape import DAY, MUNICIPALITY, REGION, YEAR, by_shape
from queries.cells import chosen_schools, counts
from queries.dialects import total
from queries.methods.demands import MEASURED
from queries.view import ALL, View

COUNTED = tuple(sorted({measure.indicator for measure in MEASURED.values()}))
"""The indicators that count what recommendations demand; all are full counts that add up."""


@by_shape
def recommendations(view: View) -> Statement:
    """One row per recommendation of the region's events, with its document and its indicator.

    `document`: NULL where the source is not among the listed documents.
    """
    r, e, i, d = recommendation.c, event.c, indicator.c, source_document.c
    return (
        select(
            r.rec_id,
            r.event,
            e.name_ru.label("event_ru"),
            e.name_en.label("event_en"),
            e.start_date,
            e.end_date,
            r.direction_no,
            r.direction,
            r.addressees,
            r.text_ru,
            r.due,
            r.target,
            r.indicator_code,
            i.name_ru.label("indicator_ru"),
            i.name_en.label("indicator_en"),
            r.repeats_rec_id,
            r.source,
            d.title_ru.label("document_ru"),
            d.title_en.label("document_en"),
        )
        .join(event, e.code == r.event)
        .outerjoin(indicator, i.code == r.indicator_code)
        .outerjoin(source_document, d.source == r.source)
        .where(e.region == REGION)
        .order_by(e.start_date, r.event, r.direction_no, r.rec_id)
    )


@by_shape
def marks(view: View) -> Statement:
    """One row per mark made in the region up to the day of the view, the oldest first.

    `school`: the name of the school that made it, NULL where the municipality did.
    """
    m, place = recommendation_mark.c, municipality.c
    return (
        select(
            m.mark_id,
            m.rec_id,
            m.oktmo,
            place.short_name_ru.label("name"),
            m.school_id,
            school.c.name.label("school"),
            m.marked_on,
            m.state,
            m.evidence,
        )
        .join(municipality, place.oktmo == m.oktmo)
        .outerjoin(school, school.c.school_id == m.school_id)
        .where(and_(place.region == REGION, m.marked_on <= DAY))
        .order_by(m.marked_on, m.mark_id)
    )


@by_shape
def measured(view: View) -> Statement:
    """One row per indicator of COUNTED with any count in the year of the view: part and whole.

    Of the region, or of the view's municipality.
    """
    row = counts(view).c
    here = row.oktmo == MUNICIPALITY if view.municipality != ALL else true()
    return (
        select(
            row.indicator,
            total(row.numerator).label("numerator"),
            total(row.denominator).label("denominator"),
        )
        .where(row.region == REGION, here, row.year == YEAR, row.indicator.in_(COUNTED))
        .where(chosen_schools(view))
        .group_by(row.indicator)
        .order_by(row.indicator)
    )
