"""Project year: which document of which school stands where, and what waits for a curator."""

from components.project_year import choice, parts
from components.shell import page

p = page.begin(
    "project_year.title",
    ("region", "municipality", "year"),
    choice.narrowed,
    choice.possible,
)
parts.draw(p)
page.end(p)
