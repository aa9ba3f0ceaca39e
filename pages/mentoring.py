"""Mentoring: how far the region is from every school mentored, and what would get it there."""

from components import page
from components.mentoring import chosen, nothing, parts, top
from components.mentoring.numbers import numbers

p = page.begin(
    "mentoring.title",
    ("region", "municipality", "year", "on", "cohort", "schools"),
    chosen.narrowed,
    chosen.possible,
)
if not p.view.year or numbers(p.view).schools.empty:
    nothing.draw(p)
else:
    top.draw(p)
    parts.draw(p)
page.end(p)
