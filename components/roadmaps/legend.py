"""Write the legend of the plan: each state by its symbol and its word, the window and the doing."""

from components.base.i18n import Words
from components.base.markup import escaped
from components.base.theme import Palette
from components.charts.plot_looks import colours
from components.roadmaps import sentences
from components.roadmaps.facts import STATUSES, SYMBOLS

SPANS = {"plan": "ground", "fact": "interval"}
"""Kinds of spans, and what they look like on the chart."""


def html(words: Words, palette: Palette) -> str:
    """Give the legend as HTML."""
    states = [escaped(sentences.state(name, words)) for name in sentences.STATES]
    known = colours(palette)
    lines = [
        f'<i class="{span}" style="background:{known[look]}"></i>'
        f"{escaped(words(f'roadmaps.legend_{span}'))}"
        for span, look in SPANS.items()
    ]
    items = "".join(f"<span>{item}</span>" for item in (*states, *lines))
    return f'<div class="legend roadmaps">{items}</div>'


def of_facts(words: Words) -> str:
    """Give the legend of stated facts as HTML."""
    items = "".join(
        f"<span>{SYMBOLS[status]} {escaped(words(f'roadmaps.fact_{status}'))}</span>"
        for status in STATUSES
    )
    return f'<div class="legend">{items}</div>'
