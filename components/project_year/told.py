"""Say what the page of the project year says as slides: where documents stand, and who waits."""

from functools import partial

from components.base.load import keep
from components.project_year import figures, sentences
from components.project_year.choice import ProjectYearView
from components.project_year.numbers import by_curator, by_kind, kinds, members
from components.shell.page import Page
from components.slides import natives
from components.slides.told import Told


def finding(page: Page[ProjectYearView]) -> str:
    """Say what the open part is about."""
    view, words = page.view, page.words
    said = sentences.load(by_curator(view), words) if view.desk == "curators" else ""
    return said or sentences.finding(by_kind(view), members(view), words)


def documents(page: Page[ProjectYearView]) -> Told:
    """Say where the documents stand, with a bar for each."""
    view, words = page.view, page.words
    named = {name: words(f"project_year.column_{name}") for name in sentences.ORDER}
    return Told(
        sentences.finding(by_kind(view), members(view), words),
        sentences.stages(by_kind(view), kinds(), words),
        partial(keep, figures.spec, view, "light"),
        words("view.desk_documents"),
        natives.columns("bars", "document_name", named, words("slides.schools")),
    )


def schools(page: Page[ProjectYearView]) -> Told:
    """Say what the open part is about, beside its rows."""
    return Told(finding(page), sentences.stages(by_kind(page.view), kinds(), page.words))
