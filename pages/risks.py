"""Risk profiles: which factors put schools at risk, how they change, and what answers them."""

from components.risks import nothing, offer, parts
from components.risks.choice import RisksView
from components.risks.numbers import numbers
from components.shell import page

p = page.begin(
    "risks",
    RisksView,
    ("region", "municipality", "year", "on", "cohort", "schools", "picked"),
    offer.narrowed,
    offer.possible,
)
if not p.view.year or not numbers(p.view).surveyed:
    nothing.draw(p)
else:
    parts.draw(p)
page.end(p)
