"""Know what the page of own data alone asks for."""

from dataclasses import dataclass

from queries.view import ALL, RowCode, View


@dataclass(frozen=True)
class ImportView(View):
    """The declared table for which a reader came from a page without data."""

    wanted: RowCode = ALL
