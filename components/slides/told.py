"""Hold what a page says with one figure: the finding, its words, and how the figure is made."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pandas as pd

from components.shell.downloads_menu import Offer
from components.slides.slide import Native


@dataclass(frozen=True)
class Told:
    """What a slide says beside its table; figures are made only once somebody asks."""

    finding: str
    """The page's own sentence."""

    detail: str = ""
    figure: Callable[[], dict[str, Any]] | None = None
    """The spec in the light theme."""

    alt: str = ""
    native: Callable[[pd.DataFrame], Native | None] | None = None
    """What an office program draws of the rows of the table; None of rows that it cannot draw."""

    whole: Callable[[], dict[str, Any]] | None = None
    """What a picture shows in the place of the figure, where a screen has no room for all of it."""

    cards: tuple[str, ...] = ()
    """Codes of the indicators shown: their sources, and what must not be claimed of them."""

    notes: tuple[str, ...] = ()
    chosen: tuple[str, ...] | None = None
    """Filters in words that only the page can name; its files have them for definitions."""

    without: tuple[str, ...] = ()
    """Columns of the files that a listener has no use for."""


@dataclass(frozen=True)
class Message:
    """One slide that a page can give: its name among the page's, its table and what it says."""

    name: str
    offer: Offer
    told: Told
