"""Exploring: ask the data a question that no page asks."""

from components.explore import offer, parts
from components.explore.slides import SOURCE
from components.shell import messages, offering, page

p = SOURCE.begin(offer.possible)
offering.tell_fallen(
    p, ("schools", "across", "up", "by_size", "by_colour", "by_shape", "stream", "base")
)
if not p.view.year:
    messages.nothing_chosen(p.words)
else:
    parts.draw(p)
page.end(p)
