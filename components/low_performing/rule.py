"""Judge schools by the rule of the list, as it is set or as it is tried, beside the list brought.

Everything here is worked out of pupils' results of single schools, so that only an editor's
internal view draws it: by trying shares one after another each result could be found.
"""

from dataclasses import dataclass

import pandas as pd

from components.base.choices import setting
from components.base.i18n import Words
from components.base.list_luck import chances, said
from components.base.list_rule import as_set, breaks, reasons_said
from components.base.load import keep, load
from components.base.pupils import seen
from components.low_performing.choice import AS_SET, ListView, rule_key
from components.low_performing.numbers import named, of_year
from components.shell.tables import Columns
from queries import identification
from queries.methods import identification as method
from queries.methods.identification import NO, UNKNOWN, YES, ListRule
from queries.methods.natural_order import by_numbers
from queries.view import region_key

VERDICTS = {YES: "yes", NO: "no", UNKNOWN: "unknown"}
STATES = ("both", "rule_only", "brought_only", "not_known")
TABLE: Columns = (
    ("name", "school"),
    ("municipality", "text"),
    ("rule_word", "text"),
    ("brought_word", "text"),
    ("why", "text"),
    ("margin", "decimal"),
    ("luck", "text"),
)


@dataclass(frozen=True)
class ByRule:
    """What a rule makes of the results of a year.

    schools: one row per school judged or listed: `listed` by the rule, `brought` on the list of
    the view's year, its `state` of STATES (none: on neither), `margin` in points, `chance`, 0–1, to
    be listed again; reasons: one row per school and work that reached the share; tried: how many
    the rule as set lists, and how many a tried one adds and takes off.
    """

    schools: pd.DataFrame
    reasons: pd.DataFrame
    tried: tuple[int, int, int]


def is_seen() -> bool:
    """Tell whether this reader sees what is worked out of single schools' results."""
    return seen() == "all"


def asked(view: ListView) -> ListRule:
    """Give the rule of the view: what is not tried is as set."""
    rule = as_set(view.region)
    tried = (view.rule_share, view.rule_works, view.rule_years, view.rule_least)
    known = (rule.share, rule.works, rule.years, rule.least)
    numbers = [old if new == AS_SET else new for new, old in zip(tried, known, strict=True)]
    works, years, least = map(int, numbers[1:])
    return ListRule(float(numbers[0]), works, years, least, view.rule_condition)


def by_rule(view: ListView) -> ByRule:
    """Judge the schools of the view's place by the results of the year that is chosen."""
    return keep(_by_rule, rule_key(view))


def year_lacking(view: ListView) -> int:
    """Give the latest year that the rule looks at and that has no results at all; 0: none lacks."""
    rule = asked(view)
    if rule.condition == "works":
        return 0
    known = set(load(identification.results, region_key(view))["year"])
    years = range(view.results_of - rule.years + 1, view.results_of + 1)
    return max((year for year in years if year not in known), default=0)


def _by_rule(view: ListView) -> ByRule:
    schools = named(view)
    results = load(identification.results, region_key(view))
    results = results[results["school_id"].isin(schools["school_id"])]
    broken, rule = breaks(), asked(view)
    found = method.sat(results, view.results_of, rule, broken)
    judged = method.judged(found, rule)
    judged = schools.merge(judged, "left", "school_id").fillna({"listed": UNKNOWN})
    brought = judged["school_id"].isin(of_year(view, view.year))
    judged = judged.assign(brought=brought, state=_states(judged["listed"], brought))
    judged = judged.merge(chances(view, view.results_of, rule), "left", "school_id")
    set_found = method.sat(results, view.results_of, as_set(view.region), broken)
    before = _listed(method.judged(set_found, as_set(view.region)))
    now = _listed(judged)
    tried = (len(before), len(now - before), len(before - now))
    return ByRule(judged, method.reasons(found, rule), tried)


def _listed(judged: pd.DataFrame) -> set[str]:
    return set(judged.loc[judged["listed"].eq(YES), "school_id"])


def _states(listed: pd.Series, brought: pd.Series) -> list[str]:
    kinds = {(YES, True): "both", (YES, False): "rule_only", (NO, True): "brought_only"}
    kinds[UNKNOWN, True] = "not_known"
    return [kinds.get(pair, "") for pair in zip(listed, brought, strict=True)]


def differences(view: ListView) -> pd.DataFrame:
    """One row per school on either list or near the rule: what each says, why, by how much."""
    words, found = Words(view.language), by_rule(view)
    near = setting("near_rule", view.region)
    rows = found.schools[found.schools["state"].ne("") | found.schools["margin"].abs().le(near)]
    why = reasons_said(found.reasons, view.language)
    order = {"rule_only": 0, "brought_only": 1, "not_known": 2, "both": 3, "": 4}
    rows = rows.assign(
        rule_word=[words(f"low_performing.rule_{VERDICTS[int(one)]}") for one in rows["listed"]],
        brought_word=[
            words("low_performing.brought" if one else "low_performing.not_brought")
            for one in rows["brought"]
        ],
        why=["; ".join(why.get(school, ["—"])) for school in rows["school_id"]],
        luck=[
            said(chance, listed == YES, words, view.region)
            for chance, listed in zip(rows["chance"], rows["listed"], strict=True)
        ],
        place=rows["state"].map(order),
    )
    by = ["place", "municipality", "name", "school_id"]
    return rows.sort_values(by, ignore_index=True, key=by_numbers)
