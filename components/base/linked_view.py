"""Read a link into a view that this reader may have: picked schools are ones that he may see."""

from collections.abc import Mapping

from components.base import group, picked, pins, several_values
from queries.links import read_link
from queries.view import Choices, V

Refused = tuple[tuple[str, str], ...]
"""What a link named that does not exist, or that is not for this reader, as fields and values."""


def read(
    link: Mapping[str, str], choices: Choices, kind: type[V], language: str
) -> tuple[V, Refused]:
    """Give the view of a link, and what of it fell; whoever reads a link for a page reads here."""
    view, refused = read_link(link, choices, kind, language)
    view, schools = picked.checked(view)
    view, places = group.checked(view)
    view, beside = pins.checked(view)
    view, lost = several_values.checked(view)
    coded = {"picked": schools, "group": places, "pins": beside}
    fallen = {field: ", ".join(codes) for field, codes in coded.items()} | lost
    return view, (*refused, *((field, told) for field, told in fallen.items() if told))
