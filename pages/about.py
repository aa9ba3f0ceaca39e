"""About the data: version, inputs, indicator cards, rules with numbers, sources, licences."""

from components.about import page_body
from components.shell import page
from queries.view import View

p = page.begin("about", View, ())
page_body.draw(p)
page.end(p)
