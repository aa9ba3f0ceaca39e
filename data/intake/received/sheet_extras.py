"""Hold what a sheet has besides the cells that its reader tells of."""

from dataclasses import dataclass, field

Corner = tuple[int, int]
"""Row and column of a cell, from 0."""


@dataclass
class Unseen:
    """What one sheet has besides its cells; rows and columns from 0."""

    errors: dict[Corner, str] = field(default_factory=dict)
    merged: list[tuple[Corner, Corner]] = field(default_factory=list)
