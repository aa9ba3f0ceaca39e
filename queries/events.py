"""Ask for a region's events: what is stated of them, and who is known by name to have come."""

from sqlalchemy import and_, func, or_, select

from data.schema import (
    event,
    event_count,
    event_participation,
    indicator,
    municipality,
    recommendation,
    regional_measure_fact,
    source_document,
)
from data.statements import Statement
from queries.by_shape import REGION, by_shape
from queries.view import View


@by_shape
def events(view: View) -> Statement:
    """One row per event of the region, with its document and how much it recommended.

    `recommendations`: NULL where the documents hold none of the event, which may have given some.
    """
    e, r, d = event.c, recommendation.c, source_document.c
    given = (
        select(r.event, func.count().label("recommendations")).group_by(r.event).subquery("given")
    )
    return (
        select(
            e.code,
            e.name_ru,
            e.name_en,
            e.start_date,
            e.end_date,
            given.c.recommendations,
            e.source,
            d.title_ru.label("document_ru"),
            d.title_en.label("document_en"),
        )
        .outerjoin(given, given.c.event == e.code)
        .outerjoin(source_document, d.source == e.source)
        .where(e.region == REGION)
        .order_by(e.start_date, e.code)
    )


@by_shape
def counts(view: View) -> Statement:
    """One row per stated number of the region's events."""
    n, e = event_count.c, event.c
    return (
        select(n.event, n.attribute, n.value, n.unit, n.source)
        .join(event, e.code == n.event)
        .where(e.region == REGION)
        .order_by(n.event, n.attribute)
    )


@by_shape
def participation(view: View) -> Statement:
    """One row per event and municipality whose participation is known by name.

    `document`: NULL where the source is not among the listed documents.
    """
    p, e, d = event_participation.c, event.c, source_document.c
    return (
        select(
            p.event,
            p.oktmo,
            municipality.c.short_name_ru.label("name"),
            p.state,
            p.source,
            d.title_ru.label("document_ru"),
            d.title_en.label("document_en"),
        )
        .join(event, e.code == p.event)
        .join(municipality, municipality.c.oktmo == p.oktmo)
        .outerjoin(source_document, d.source == p.source)
        .where(e.region == REGION)
        .order_by(p.event, municipality.c.short_name_ru, p.oktmo)
    )


@by_shape
def people(view: View) -> Statement:
    """One row per number of people that a document of the region states, such as those trained.

    `observed_value`: as the document has it, the years in brackets.
    """
    i, d, e, fact = indicator.c, source_document.c, event.c, regional_measure_fact.c
    ours = or_(
        i.source.in_(select(e.source).where(e.region == REGION)),
        i.source.in_(select(fact.source).where(fact.region == REGION)),
    )
    return (
        select(
            i.code,
            i.name_ru,
            i.name_en,
            i.observed_value,
            i.source,
            d.title_ru.label("document_ru"),
            d.title_en.label("document_en"),
        )
        .outerjoin(source_document, d.source == i.source)
        .where(and_(ours, i.unit == "persons", i.observed_value.is_not(None)))
        .order_by(i.code)
    )
