"""Mentoring: how far the region is from every school mentored, and what would get it there."""

from components.mentoring import choice, nothing, parts, top
from components.mentoring.numbers import numbers
from components.shell import page

p = page.begin(
    "mentoring.title",
    ("region", "municipality", "year", "on", "cohort", "schools"),
    choice.narrowed,
    choice.possible,
)
if not p.view.year or numbers(p.view).schools.empty:
    nothing.draw(p)
else:
    top.draw(p)
    parts.draw(p)
page.end(p)
