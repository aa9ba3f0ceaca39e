"""Project year: which document of which school stands where, and what waits for a curator."""

from components.project_year import parts
from components.project_year.choice import ProjectYearView
from components.shell import page

p = page.begin(
    "project_year",
    ProjectYearView,
    ("region", "municipality", "year"),
)
parts.draw(p)
page.end(p)
