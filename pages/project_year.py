"""Project year: which document of which school stands where, and what waits for a curator."""

from components.project_year import parts
from components.project_year.slides import SOURCE
from components.shell import page

p = SOURCE.begin()
parts.draw(p)
page.end(p)
