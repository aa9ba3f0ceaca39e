"""What the page of shows alone asks for: a story, and the slide to begin at."""

from dataclasses import dataclass

from queries.view import ALL, RowCode, RowNumber, View


@dataclass(frozen=True)
class ShowView(View):
    """A view with the story that is open: none is the region's own, as the product makes it."""

    story: RowCode = ALL
    slide: RowNumber = 0
