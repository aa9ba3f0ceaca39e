"""How wide a page's main column is, in few classes, and how wide a figure may be in it.

Charts are placed in px before a browser sees them, so their width must be known: a class, not the
very width, so that few specs of a chart are kept and a window may be dragged without new ones.
"""

CLASSES = (290, 336, 480, 560, 740, 1000, 1250, 1600)
"""Widths of the main column, px: a column is of the widest class that it has room for."""

LAPTOP = 1000
"""The class of windows of 1280 and 1366 px beside the menu; widths of charts are told for it."""

PHONE = 336
STACKED = 900
"""Below it what stands side by side stands one under the other."""


def class_of(told: object) -> int | None:
    """Read a class that a browser told; anything else is none."""
    return next((each for each in CLASSES if str(each) == str(told)), None)


def figure(of_laptop: int, room: int) -> int:
    """Give the width of a figure that is `of_laptop` px wide on a laptop; stacked, all there is."""
    return room if room < STACKED else of_laptop * room // LAPTOP
