"""Find every kind of view by itself: the shared one, and those of pages that have their own."""

import importlib
from pathlib import Path

from queries.view import View

COMPONENTS = Path(__file__).resolve().parents[1] / "components"


def by_page():
    """Give the kind of view of each page that asks for more than pages share."""
    rooms = [path.parent.name for path in sorted(COMPONENTS.glob("*/choice.py"))]
    modules = {room: importlib.import_module(f"components.{room}.choice") for room in rooms}
    return {room: own for room, module in modules.items() if (own := _own(module))}


def kinds():
    """List every kind of view."""
    return [View, *by_page().values()]


def _own(module):
    found = [
        thing
        for thing in vars(module).values()
        if isinstance(thing, type) and issubclass(thing, View) and thing is not View
    ]
    return found[0] if found else None
