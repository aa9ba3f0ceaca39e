"""Find words of the other language in what a reader sees; names from the store are none."""

import re

from sqlalchemy import select

from data import store
from data.schema import (
    mentor_offer,
    mentoring_mark,
    mentorship,
    municipality,
    recommendation,
    recommendation_mark,
    regional_measure_fact,
    road_map_execution,
    road_map_measure,
    school,
    school_decision,
)

CODES = re.compile(
    r"https?://\S+|\bwww\.\S+"
    r"|^https?:?$|^//\S+"  # an address that is no link stands in two parts
    r"|\d{8}T\d{6,12}-[0-9a-f]{8}"  # data versions
    r"|\b[0-9a-f]{12,64}\b"  # checksums
    r"|[\w./-]+\.(?:csv|txt|json|geojson|pdf|docx?|xlsx?|md)\b"
    r"|\bIND-\d\d(?:-[A-Z]+)?\b"
)
LATIN = re.compile(r"[A-Za-z][A-Za-z'’-]*[A-Za-z]")
CYRILLIC = re.compile(r"[А-Яа-яЁё]+[.…-]?")
CYRILLIC_WORD = re.compile(r"[А-Яа-яЁё]+")

IN_RUSSIAN = {
    *("RU", "EN"),  # the language switch
    *(
        "CSV",
        "XLSX",
        "XLS",
        "ODS",
        "ZIP",
        "PDF",
        "PNG",
        "SVG",
        "Excel",
        "SHA",
        "GeoJSON",
    ),  # formats
    *("PPTX", "HTML"),  # files of a story
    "UTC",  # of a time
    *("GeoNames", "CC", "BY", "Natural", "Earth"),  # licences
    *(
        "Crouse",
        "Rubin",
        "The",
        "Bayesian",
        "bootstrap",
        "Annals",
        "of",
        "Statistics",
        "IEEE",
        "TAES",
    ),  # papers
}
"""Words that stay Latin in a Russian sentence."""


def words_of_names(version):
    """Every word of the names of places, schools and documents, which no language changes."""
    named = (municipality.c.name_ru, municipality.c.short_name_ru, school.c.name)
    named += (mentorship.c.evidence, mentor_offer.c.ground, mentoring_mark.c.ground)
    r = recommendation.c
    named += (r.text_ru, r.direction, r.addressees, r.due, r.target, recommendation_mark.c.evidence)
    m, f = road_map_measure.c, regional_measure_fact.c
    named += (m.text_ru, m.section, m.responsible, m.deadline_as_written)
    named += (f.measure, f.fact_ru, f.evidence, road_map_execution.c.evidence)
    named += (school_decision.c.decision, school_decision.c.responsible)
    names = [store.fetch(version, select(column).distinct()).iloc[:, 0] for column in named]
    return {
        word
        for column in names
        for text in column.dropna()
        for found in re.findall(CYRILLIC_WORD, text)
        for word in (found, found.capitalize())
    }


def foreign(text, language, names):
    """List the words of a text that its language does not have."""
    plain = CODES.sub(" ", text)
    if language == "ru":
        return [word for word in LATIN.findall(plain) if word not in IN_RUSSIAN]
    return [word for word in CYRILLIC.findall(plain) if not _of_a_name(word, names)]


def _of_a_name(word, names):
    """A word of a name, or the beginning of one where it was cut: «Верхне.», «Красно…»."""
    bare = word.rstrip(".…-")
    cut = bare != word or len(bare) <= 2
    return bare in names or (cut and any(name.startswith(bare) for name in names))
