"""Hold what a sheet has and its reader does not give: errors, merged and hidden cells."""

from collections.abc import Sequence
from dataclasses import dataclass, field

Corner = tuple[int, int]
"""Row and column of a cell, from 0."""


@dataclass
class SheetExtras:
    """Error values, merged cells, hidden rows and columns of one sheet; numbered from 0."""

    errors: dict[Corner, str] = field(default_factory=dict)
    merged: list[tuple[Corner, Corner]] = field(default_factory=list)
    hidden: Sequence[int] = ()
    hidden_columns: Sequence[int] = ()

    def with_more(self, other: "SheetExtras") -> "SheetExtras":
        """Give what either knows of the same sheet."""
        merged, hidden = [*self.merged, *other.merged], [*self.hidden, *other.hidden]
        columns = [*self.hidden_columns, *other.hidden_columns]
        return SheetExtras(self.errors | other.errors, merged, hidden, columns)
