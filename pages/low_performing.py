"""The list of low-performing schools: who is on it, since when, and because of what."""

from components.low_performing import offer, parts
from components.low_performing.numbers import years
from components.low_performing.slides import SOURCE
from components.shell import offering, page

p = SOURCE.begin(offer.possible)
offering.tell_fallen(p, ("against", "results_of"))
if not p.view.year or not years(p.view):
    parts.nothing(p)
else:
    parts.draw(p)
page.end(p)
