"""Compute the two cases of a supposition, now and then, and draw them school by school."""

from dataclasses import replace
from typing import Any

import pandas as pd

from components.base.choices import setting
from components.base.i18n import Words
from components.base.load import of_all
from components.base.mentors import mentors
from components.base.room import LAPTOP, figure
from components.base.theme import palette
from components.charts import sheet, stacks
from components.mentoring.choice import MORE, MentoringView, figures_key
from components.mentoring.numbers import numbers
from queries.methods.what_if import Change, Outcome, outcome

PLACES = MORE[:6]
NAMES = ("now", "then")
WIDTH, ROW = 980, 26
"""Most width of the chart, within 1280 px, and height of a case, px."""
BESIDE = 200
"""Room for the names and the counts beside the schools, px."""


def cases_key(view: MentoringView) -> MentoringView:
    """Keep what decides the cases: the page's numbers, the language and the suppositions."""
    key = figures_key(view)
    return replace(key, more_mentors=view.more_mentors, more_places=view.more_places)


def outcomes(view: MentoringView) -> tuple[Outcome, Outcome]:
    """Compute coverage as it is, and with the suppositions of the view."""
    return of_all(_outcomes, cases_key(view))


def _outcomes(view: MentoringView) -> tuple[Outcome, Outcome]:
    n, may = numbers(view), mentors(view)
    change = Change(
        more_mentors=view.more_mentors,
        places=int(setting("mentor_places", view.region)),
        more_places=min(view.more_places, PLACES[-1]),
        without=view.mentor,
    )
    schools = n.schools["school_id"]
    return outcome(schools, n.held, may, Change()), outcome(schools, n.held, may, change)


def rows(view: MentoringView) -> pd.DataFrame:
    """One row per case: schools mentored, schools with a free place for them, and the others."""
    words, of = Words(view.language), numbers(view).listed
    return pd.DataFrame(
        {
            "oktmo": name,
            "name": words(f"mentoring.case_{name}"),
            "covered": found.covered,
            "not_entitled": found.reachable - found.covered,
            "uncovered": found.short,
            "text": words("cell.of", part=words.number(found.reachable), total=words.number(of)),
            "tooltip": words(
                "mentoring.case_tooltip",
                case=words(f"mentoring.case_{name}"),
                covered=words.number(found.covered),
                more=words.number(found.reachable - found.covered),
                short=words.number(found.short),
            ),
        }
        for name, found in zip(NAMES, outcomes(view), strict=True)
    )


def spec(view: MentoringView, theme: str, room: int = LAPTOP) -> dict[str, Any]:
    """Draw both cases, a cell for each school where there is room."""
    schools = numbers(view).listed
    width = min(figure(WIDTH, room), BESIDE + int(stacks.WIDEST) * schools)
    return sheet.packed(stacks.draw(rows(view), palette(theme), width, ROW * len(NAMES)))
