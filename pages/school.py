"""One school: why it is on the list, what puts it at risk, who helps it, and what is overdue."""

from components.school import offer, page_body
from components.school.choice import SchoolView
from components.shell import page

p = page.begin(
    "school",
    SchoolView,
    ("region", "municipality", "year", "on"),
    offer.narrowed,
    offer.possible,
)
page_body.draw(p)
page.end(p)
