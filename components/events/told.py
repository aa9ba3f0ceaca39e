"""Say what the page of events says as slides: who came, and every municipality with its state."""

from functools import partial

import pandas as pd

from components.base.load import keep
from components.events import figures, sentences
from components.events.numbers import held, municipalities, opened, people, states
from components.shell.page import Page
from components.slides import natives
from components.slides.told import Told
from queries.view import View


def event(page: Page[View]) -> dict:
    """Give the event shown."""
    rows = held(page.view)
    return rows[rows["code"].eq(opened(page.view))].iloc[0].to_dict()


def finding(page: Page[View]) -> str:
    """Say who came; where nothing is known of it, what else the region's documents count."""
    counted, found = people(page.view), states(page.view)
    if found.empty and len(counted):
        row = counted.iloc[0]
        return f"{page.words.pick(row, 'name')}: {row['observed_value']}"
    return sentences.finding(event(page), found, len(municipalities(page.view)), page.words)


def attendance(page: Page[View]) -> Told:
    """Say who came, with a square for each municipality."""
    words = page.words
    named = {"municipalities": words("events.column_municipalities")}
    return Told(
        finding(page),
        words.pick(event(page), "name"),
        partial(keep, figures.spec, page.view, "light"),
        words("events.states_title"),
        natives.columns("bars", "state_said", named),
        notes=_document(page),
        chosen=(),
    )


def places(page: Page[View]) -> Told:
    """Say who came, beside every municipality."""
    name = page.words.pick(event(page), "name")
    return Told(finding(page), name, notes=_document(page), chosen=())


def _document(page: Page[View]) -> tuple[str, ...]:
    """Name the document of the event."""
    row = event(page)
    known = not (pd.isna(row["document_ru"]) and pd.isna(row["source"]))
    return (sentences.document(row, page.words),) if known else ()
