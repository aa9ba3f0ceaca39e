"""Find the pages by the menu, so that a new one is looked at without being listed anywhere."""

from components.shell.navigation import SECTIONS

PAGES = tuple(name for names in SECTIONS.values() for name in names)


def left_out(views):
    """Give each page that no (page, link) of `views` shows, as its bare link opens it."""
    shown = {page or PAGES[0] for page, _ in views.values()}
    return {page: (page, {}) for page in PAGES if page not in shown}
