"""Lead from a school's name, wherever it stands, to the school's card."""

from urllib.parse import urlencode

from markupsafe import Markup

from components.base.choices import choices
from components.base.load import older_version
from components.base.markup import written
from queries.links import write_link
from queries.view import View, choose

CARD = "school"
"""The page of the card in the address, and the link's parameter that names the school."""


def school_address(school_id: str, view: View, region: str = "") -> str:
    """Give the address of a school's card, from any page, in the language of `view`.

    The year and the day go with it; `region`: that of the school, where it is not the view's.
    """
    known = choices()
    shown = known.default(View, region or view.region, view.language)
    if view.year in known.years.get(shown.region, ()):
        shown = choose(choose(shown, "year", view.year), "on", view.on)
    parts = write_link(shown, known) | {CARD: school_id}
    if older := older_version():
        parts |= {"data": older}
    return f"{CARD}?{urlencode(parts)}"


def school_link(school_id: str, name: str, view: View) -> Markup:
    """Write a school's name as a link to its card."""
    return written("base/school_link.html", address=school_address(school_id, view), name=name)
