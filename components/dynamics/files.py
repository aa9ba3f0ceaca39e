"""Offer the tables of the page as files, slides and pictures."""

from components.dynamics import tables
from components.dynamics.choice import DynamicsView
from components.dynamics.told import told
from components.shell.page import Page
from components.slides import menu


def draw(page: Page[DynamicsView], table: str) -> None:
    """Draw the menu of a table; of one without rows there is none."""
    offer = tables.offered(page.view, table)
    if offer.count:
        menu.draw(page, offer, told(page, table))
