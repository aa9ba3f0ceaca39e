"""About the data: version, inputs, indicator cards, rules with numbers, sources, licences."""

from components.about import page_body
from components.shell import page

p = page.begin("about.title", ())
page_body.draw(p)
page.end(p)
