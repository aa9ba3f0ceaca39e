"""Know what the page of the list alone asks for, and what of it the answers depend on."""

from dataclasses import dataclass, replace
from typing import Annotated, Literal, get_args

from queries.methods.identification import Condition
from queries.view import NEVER, OfRegion, View, of, schools_key

Desk = Literal["changes", "rule", "conditions", "method"]
DESKS = get_args(Desk)
AS_SET = -1
"""A number of the rule as the settings have it."""

SHARES, WORKS, YEARS, LEAST = range(5, 61), range(1, 6), range(1, 4), range(5, 31)
Year = Annotated[int, OfRegion(), range(2101)]
Share = Annotated[int, range(AS_SET, SHARES.stop)]
Works = Annotated[int, range(AS_SET, WORKS.stop)]
Years = Annotated[int, range(AS_SET, YEARS.stop)]
Least = Annotated[int, range(AS_SET, LEAST.stop)]


@dataclass(frozen=True)
class ListView(View):
    """The part that is open, the earlier list, the year of results, and a rule that is tried."""

    desk: Desk = "changes"
    against: Year = NEVER
    results_of: Year = NEVER
    rule_condition: Condition = "both"
    rule_share: Share = AS_SET
    rule_works: Works = AS_SET
    rule_years: Years = AS_SET
    rule_least: Least = AS_SET


def numbers_key(view: ListView) -> ListView:
    """Keep what the lists depend on: place, year, cohort, kind of schools, the earlier list."""
    return replace(of(ListView, schools_key(view)), against=view.against)


def rule_key(view: ListView) -> ListView:
    """Keep what the lists by the rule depend on: place, year, results and the rule itself."""
    return replace(view, desk="rule", against=NEVER, language="ru", indicator="IND-03")


def rows_key(view: ListView) -> ListView:
    """Keep what tables and charts depend on: the lists and the language."""
    return replace(numbers_key(view), language=view.language)
