"""Write our own HTML by templates, in which every text is escaped.

A template is a file beside the module that uses it. What `written` gives may stand in another
template: it is known as HTML and is not escaped again.
"""

import re
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from data.invisible_signs import shown

ADDRESS = re.compile(r"https?://[^\s«»\"<>]*[^\s«»\"<>.,;:!?)\]]")
"""Inside an address any punctuation may stand; after it, it is the sentence's."""


def _with_every_sign(gap: object) -> object:
    """Let no sign of a text stand in our HTML unseen."""
    return shown(gap) if isinstance(gap, str) and not isinstance(gap, Markup) else gap


_TEMPLATES = Environment(
    loader=FileSystemLoader(Path(__file__).parents[1]),
    autoescape=True,
    undefined=StrictUndefined,
    auto_reload=False,  # read once a process, as the modules beside them are
    finalize=_with_every_sign,
    trim_blocks=True,
    lstrip_blocks=True,
)


def written(template: str, **gaps: object) -> Markup:
    """Fill the gaps of a template, named by its path in `components`: `heatmap/table.html`."""
    return Markup(_TEMPLATES.get_template(template).render(gaps))


def escaped(text: object) -> Markup:
    """Write a text so that HTML shows it as it is, where no template is used."""
    return escape(_with_every_sign(text))


def linked(text: str, name: str) -> Markup:
    """Write a text with each web address as a link of that name; the address is its hint."""
    made, done = Markup(), 0
    for number, found in enumerate(ADDRESS.finditer(text), 1):
        shown = name if number == 1 else f"{name} ({number})"
        made += escaped(text[done : found.start()])
        made += written("base/link.html", address=found.group(), name=shown)
        done = found.end()
    return made + escaped(text[done:])
