"""Schools: a directory that is filtered, sorted by any column, and taken away as a file."""

from components.schools import offer, parts
from components.schools.choice import SchoolsView
from components.shell import page

p = page.begin(
    "schools",
    SchoolsView,
    ("region", "municipality", "year", "cohort", "places", "cohorts"),
    offer.narrowed,
)
parts.draw(p)
page.end(p)
