"""Take one table of what a page offered and write it; list the tables where one is not named."""

from collections.abc import Callable
from dataclasses import dataclass

from components.base.i18n import Words
from components.base.rights import right
from components.scripts.forms import FORMS
from components.scripts.headless import Asked, Run
from components.scripts.refusals import RefusedError
from components.shell import downloads_menu, file_contents
from components.shell.navigation import SECTIONS
from components.shell.page import rights_said
from components.shell.provenance import version
from data.program_version import PROGRAM_VERSION

PAGES = sorted(
    name
    for section, names in SECTIONS.items()
    if section not in ("section.presenting", "section.data")
    for name in names
)
"""Pages with tables; the others are for people alone."""


@dataclass(frozen=True)
class File:
    """One answer: the name of its file, its bytes, the version, what the page warned of."""

    name: str
    content: bytes
    version: str
    notices: tuple[str, ...]


def written(asked: Asked, subject: str, form: str, run: Run) -> File:
    """Write a table that the page offers. Raises RefusedError if it does not, with those it has."""
    for page, offer in run.taken:
        if offer.subject == subject:
            about, rows = downloads_menu.marks(page, offer.title), offer.rows()
            told = {"table": subject, "title": offer.title, **_told(asked, run)}
            content = FORMS[form].write(rows, offer.columns, about, told)
            name = downloads_menu.name(page, offer, about, form)
            return File(name, content, page.version["name"], run.notices)
    offered = [offer.subject for _, offer in run.taken]
    raise RefusedError("not_offered", notices=list(run.notices), offered=offered)


def listed(asked: Asked, run: Run, address: Callable[[str, str], str]) -> dict[str, object]:
    """List the tables of a view, what a row of each is, and their addresses beside this one."""
    words = Words(asked.link["language"])
    tables = [
        {
            "table": offer.subject,
            "title": offer.title,
            "count": offer.count,
            "row": file_contents.row(offer.subject, words),
            "addresses": {form: address(offer.subject, form) for form in FORMS},
        }
        for _, offer in run.taken
    ]
    return {**_told(asked, run), "tables": tables}


def _told(asked: Asked, run: Run) -> dict[str, object]:
    """Say of rows what every file says: page, link, version, demonstration or not, whose rows."""
    words, of = Words(asked.link["language"]), version()
    access = "" if right().sees_all() else rights_said(words)
    return {
        "page": asked.page,
        "link": asked.link,
        "version": of["name"],
        "made_at": of["made_at"],
        "program_version": PROGRAM_VERSION,
        "demonstration": words("demonstration.mark") if of["demonstration"] else "",
        "rights": access,
        "notices": list(run.notices),
    }
