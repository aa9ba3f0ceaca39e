"""Show: stories of slides on the whole screen, kept live or frozen for a talk, and their files."""

from components.dynamics import slides as dynamics
from components.mentoring import slides as mentoring
from components.shell import page
from components.show import parts
from components.show.choice import ShowView

SOURCES = {source.name: source for source in (mentoring.SOURCE, dynamics.SOURCE)}

p = page.begin("show", ShowView, ("region", "municipality", "year"))
parts.draw(p, SOURCES)
page.end(p)
