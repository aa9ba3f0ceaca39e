"""Mentoring: how far the region is from every school mentored, and what would get it there."""

from components.mentoring import nothing, offer, parts, top
from components.mentoring.numbers import numbers
from components.mentoring.slides import SOURCE
from components.shell import offering, page

p = SOURCE.begin(offer.possible)
offering.tell_fallen(p, ("mentor",))
if not p.view.year or not numbers(p.view).listed:
    nothing.draw(p)
else:
    top.draw(p)
    parts.draw(p)
page.end(p)
