"""Write the legend of the plan: each state by its symbol and its word, the window and the doing."""

from markupsafe import Markup

from components.base.i18n import Words
from components.base.markup import written
from components.base.theme import Palette
from components.charts.plot_looks import colours
from components.roadmaps import sentences
from components.roadmaps.facts import STATUSES, SYMBOLS

SPANS = {"plan": "ground", "fact": "interval"}
"""Kinds of spans, and what they look like on the chart."""


def html(words: Words, palette: Palette) -> Markup:
    """Give the legend as HTML."""
    states = [sentences.state(name, words) for name in sentences.STATES]
    known = colours(palette)
    lines = [(span, known[look], words(f"roadmaps.legend_{span}")) for span, look in SPANS.items()]
    return written("roadmaps/legend.html", states=states, lines=lines)


def of_facts(words: Words) -> Markup:
    """Give the legend of stated facts as HTML."""
    statuses = [f"{SYMBOLS[status]} {words(f'roadmaps.fact_{status}')}" for status in STATUSES]
    return written("roadmaps/facts_legend.html", statuses=statuses)
