"""Find words of the other language in what a reader sees; names from the store are none."""

import re

from sqlalchemy import select

from data import store
from data.schema import municipality, school

CODES = re.compile(
    r"https?://\S+|\bwww\.\S+"
    r"|\d{8}T\d{6}-[0-9a-f]{8}"  # data versions
    r"|\b[0-9a-f]{12,64}\b"  # checksums
    r"|[\w./-]+\.(?:csv|txt|json|geojson|pdf|docx?|xlsx?|md)\b"
    r"|\bIND-\d\d(?:-[A-Z]+)?\b"
)
LATIN = re.compile(r"[A-Za-z][A-Za-z'’-]*[A-Za-z]")
CYRILLIC = re.compile(r"[А-Яа-яЁё]+[.…-]?")

IN_RUSSIAN = {
    *("RU", "EN"),  # the language switch
    *("CSV", "XLSX", "XLS", "ODS", "ZIP", "Excel", "SHA"),  # formats
    *("GeoNames", "CC", "BY", "Natural", "Earth"),  # licences
}
"""Words that stay Latin in a Russian sentence."""


def words_of_names(version):
    """Every word of the names of municipalities and schools, which no language changes."""
    named = (municipality.c.name_ru, municipality.c.short_name_ru, school.c.name)
    names = [store.fetch(version, select(column).distinct()).iloc[:, 0] for column in named]
    return {
        word for column in names for text in column for word in re.findall(r"[А-Яа-яЁё]+", text)
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
