"""Hold what a sheet has and its reader does not give: error values and merged cells."""

from dataclasses import dataclass, field

Corner = tuple[int, int]
"""Row and column of a cell, from 0."""


@dataclass
class SheetExtras:
    """Error values and merged cells of one sheet; rows and columns from 0."""

    errors: dict[Corner, str] = field(default_factory=dict)
    merged: list[tuple[Corner, Corner]] = field(default_factory=list)
