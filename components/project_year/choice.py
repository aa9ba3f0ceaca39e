"""Know what the page of the project year alone asks for."""

from dataclasses import dataclass
from typing import Literal

from queries.view import View

Desk = Literal["documents", "curators"]


@dataclass(frozen=True)
class ProjectYearView(View):
    """The part that is open."""

    desk: Desk = "documents"
