"""About the data: version, inputs, indicator cards, rules with numbers, sources, licences."""

from components import about, page

p = page.begin("methods.title", ())
about.draw(p)
page.end(p)
