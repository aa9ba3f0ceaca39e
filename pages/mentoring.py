"""Mentoring: how far the region is from every school mentored, and what would get it there."""

from components import messages, page
from components.mentoring import chosen, parts, top
from components.mentoring.numbers import numbers

p = page.begin(
    "mentoring.title",
    ("region", "municipality", "year", "on", "cohort", "schools"),
    chosen.narrowed,
    chosen.possible,
)
if not p.view.year or numbers(p.view).schools.empty:
    silent = numbers(p.view).silent if p.view.year else 0
    messages.nothing_chosen(p.words, p.words("mentoring.silent_only", n=silent) if silent else "")
else:
    top.draw(p)
    parts.draw(p)
page.end(p)
