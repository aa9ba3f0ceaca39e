"""Know what the page of one school alone asks for."""

from dataclasses import dataclass, replace

from queries.view import ALL, RowCode, View, of, region_key


@dataclass(frozen=True)
class SchoolView(View):
    """The school whose card is open."""

    school: RowCode = ALL


def card_key(view: View, school: str) -> SchoolView:
    """Keep what a card depends on: the region, the year, the day, the language and the school."""
    kept = of(SchoolView, region_key(view))
    return replace(kept, language=view.language, school=school)
