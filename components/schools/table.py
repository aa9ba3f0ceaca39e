"""Write the page of the directory that is open, its headings the links that sort it."""

from urllib.parse import urlencode

from markupsafe import Markup

from components.base.choices import choices
from components.base.i18n import Words
from components.base.load import keep
from components.base.markup import written
from components.schools import rows
from components.schools.choice import DOWN, SchoolsView, sorted_by
from components.shell import tables, viewed_version
from queries.links import write_link

SECTION = "schools"


def html(view: SchoolsView) -> Markup:
    """Write the schools of the page that is open."""
    columns, found = rows.shown(view), keep(rows.of_page, view)
    heads = [_head(column, view) for column, _ in columns]
    words, picked = Words(view.language), set(view.picked_schools)
    codes, names = found["school_id"].tolist(), found["name"].tolist()
    marked = [code in picked for code in codes]
    lines = zip(codes, names, marked, *tables.said(found, columns, view), strict=True)
    title, pick = words("schools.title"), words("schools.pick")
    return written("schools/table.html", title=title, pick=pick, heads=heads, lines=lines)


def _head(column: str, view: SchoolsView) -> tuple[str, str, str, str]:
    """One heading: its words, where it leads, how the list is sorted by it, what a click does."""
    words = Words(view.language)
    link = write_link(sorted_by(view, column), choices()) | viewed_version.parameters()
    order = {column: "ascending", DOWN + column: "descending"}.get(view.sorted_by, "none")
    hint = words("schools.sort_down" if order == "ascending" else "schools.sort_up")
    return tables.title(column, words, SECTION), f"{SECTION}?{urlencode(link)}", order, hint
