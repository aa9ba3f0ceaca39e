"""Risk profiles: which factors put schools at risk, how they change, and what answers them."""

from components.risks import nothing, offer, parts
from components.risks.numbers import numbers
from components.risks.slides import SOURCE
from components.shell import page

p = SOURCE.begin(offer.possible)
if not p.view.year or not numbers(p.view).surveyed:
    nothing.draw(p)
else:
    parts.draw(p)
page.end(p)
