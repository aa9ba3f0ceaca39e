"""Show: stories of slides on the whole screen, kept live or frozen for a talk, and their files."""

from components.decisions import slides as decisions
from components.dynamics import slides as dynamics
from components.events import slides as events
from components.heatmap import slides as heatmap
from components.low_performing import slides as low_performing
from components.mentoring import slides as mentoring
from components.overview import slides as overview
from components.project_year import slides as project_year
from components.recommendations import slides as recommendations
from components.risks import slides as risks
from components.roadmaps import slides as roadmaps
from components.shell import page
from components.show import parts
from components.show.choice import ShowView

ROOMS = (
    *(overview, heatmap, dynamics, low_performing, mentoring),
    *(roadmaps, recommendations, events, project_year, risks, decisions),
)
SOURCES = {room.SOURCE.name: room.SOURCE for room in ROOMS}

p = page.begin("show", ShowView, ("region", "municipality", "year"))
parts.draw(p, SOURCES)
page.end(p)
