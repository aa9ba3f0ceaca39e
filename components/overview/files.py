"""Offer what the summary shows as files, slides and pictures."""

import pandas as pd

from components.overview import attention, told
from components.shell.page import Page
from components.slides import menu
from queries.view import View


def draw(page: Page[View], found: pd.DataFrame) -> None:
    """Draw the menus of the counts by year and of the list of what needs attention."""
    menu.draw(page, told.offered_years(page), told.mentored(page))
    if len(found):
        menu.draw(page, attention.offered(page, found), told.first(page, found))
