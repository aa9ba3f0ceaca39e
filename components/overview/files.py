"""Offer what the summary shows as files, slides and pictures."""

import pandas as pd

from components.overview import attention, told
from components.shell.page import Page
from components.slides import menu
from queries.view import View


def by_year(page: Page[View]) -> None:
    """Draw the menu of the counts by year."""
    menu.draw(page, told.offered_years(page), told.mentored(page))


def needing(page: Page[View], found: pd.DataFrame) -> None:
    """Draw the menu of the list of what needs attention."""
    if len(found):
        menu.draw(page, attention.offered(page, found), told.first(page, found))
