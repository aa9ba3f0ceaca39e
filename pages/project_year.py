"""Project year: which document of which school stands where, and what waits for a curator."""

from components import page
from components.project_year import chosen, parts

p = page.begin(
    "project_year.title",
    ("region", "municipality", "year"),
    chosen.narrowed,
    chosen.possible,
)
parts.draw(p)
page.end(p)
