"""Signals and decisions: whom to help first, what was decided on schools, and what came of it."""

from components.decisions import offer, parts
from components.decisions.numbers import numbers
from components.decisions.slides import SOURCE
from components.shell import page

p = SOURCE.begin(offer.possible)
if not p.view.year or not numbers(p.view).schools:
    parts.nothing(p)
else:
    parts.draw(p)
page.end(p)
