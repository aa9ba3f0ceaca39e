"""Tell which schools are like the one of a card, and in what they do better."""

from components.base import likeness
from components.base.i18n import Words
from components.school.choice import SchoolView
from components.school.facts import Facts
from components.school.section import Section, table

SHOWN = 4
"""Similar schools on one card: more would leave no room for the rest of it."""


def similar(view: SchoolView, _: Facts, words: Words) -> Section:
    """Name the schools that are most like the one of the view, of those that the reader sees."""
    found, title = likeness.schools(view, view.school), words("school.title_similar")
    if found.refused:
        return Section(title, words(f"likeness.refused_{found.refused}"))
    if found.rows.empty:
        return Section(title, words("rights.all_hidden"))
    names = ("name", "municipality", "said", "better")
    head = tuple(words(f"likeness.column_{name}") for name in names)
    lines = [
        tuple(row[name] or "—" for name in names)
        for row in found.rows.head(SHOWN).to_dict("records")
    ]
    said = words("likeness.help", compared=", ".join(found.compared))
    return table(said, title, head, lines, words, list(found.rows["school_id"].head(SHOWN)))
