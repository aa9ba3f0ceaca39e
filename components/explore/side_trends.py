"""Say how each of what stands side by side went over the years, by the dynamics' own numbers."""

from dataclasses import replace

import pandas as pd

from components.base.i18n import Words
from components.base.load import keep
from components.base.pins import Kind, Pin, named, pinned
from components.base.records import records
from components.dynamics import places, schools, sentences
from components.dynamics.choice import DynamicsView
from components.dynamics.levels import kind as followed
from components.dynamics.numbers import numbers
from components.dynamics.offer import narrowed
from components.dynamics.trend_sentences import verdict
from components.explore.side import years_key
from queries.methods.refusal import Refusal
from queries.view import ALL, View, of

COLUMNS = ["pin", "name", "word", "trend", "slope", "from", "to"]


def trends(view: View, kind: Kind) -> pd.DataFrame:
    """One row per pin of a kind: what the page of dynamics says of it, COLUMNS.

    Of a municipality and a school the trend against the rest of the region, in percentage points a
    year; of a cohort its net change since before the entry, in points. Nothing is told of what is
    no share of pupils: full counts and published values have no verdicts there either.
    """
    found: pd.DataFrame = keep(_trends, years_key(view), kind)
    return found


def _trends(view: View, kind: Kind) -> pd.DataFrame:
    asked = of(DynamicsView, replace(view, pins=ALL, cohort=0))
    if narrowed(asked).indicator != view.indicator or followed(asked) != "shares":
        return pd.DataFrame(columns=COLUMNS)
    words = Words(view.language)
    told = {"place": _of_places, "school": _of_schools, "cohort": _of_cohorts}[kind]
    found = told(asked, pinned(view, kind), words)
    rows = [{"pin": str(pin), "name": named(pin, words)} | found[pin] for pin in pinned(view, kind)]
    return pd.DataFrame(rows, columns=COLUMNS)


def _of_places(
    view: DynamicsView, here: tuple[Pin, ...], words: Words
) -> dict[Pin, dict[str, object]]:
    rows = places.series(view).drop_duplicates("oktmo")
    by_code = {row["oktmo"]: row for row in records(rows)}
    return {pin: _trend(by_code.get(pin.code), view, words) for pin in here}


def _of_schools(
    view: DynamicsView, here: tuple[Pin, ...], words: Words
) -> dict[Pin, dict[str, object]]:
    found = {}
    for pin in here:
        rows = schools.of_school(view, pin.code)
        found[pin] = _trend(next(iter(records(rows)), None), view, words)
    return found


def _trend(row: dict | None, view: DynamicsView, words: Words) -> dict[str, object]:
    """Take over a verdict; without any results there is none."""
    if row is None:
        return {"word": "unknown", "trend": words("state.no_data")}
    limits = {"slope": row["slope"], "from": row["low"], "to": row["high"]}
    return {"word": row["word"], "trend": verdict(row, numbers(view).last, words)} | limits


def _of_cohorts(
    view: DynamicsView, here: tuple[Pin, ...], words: Words
) -> dict[Pin, dict[str, object]]:
    found: dict[Pin, dict[str, object]] = {}
    for pin in here:
        change = numbers(replace(view, cohort=int(pin.code))).change
        said = sentences.headline(change, int(pin.code), words)
        if isinstance(change, Refusal):
            reason = words(f"dynamics.refused_{change.reason}")
            found[pin] = {"word": "unknown", "trend": words("dynamics.reason", reason=reason)}
            continue
        word = "unknown" if change.withheld else sentences.effect(change.low, change.high)
        word = "same" if word == "unproven" else word
        limits = {"slope": change.net, "from": change.low, "to": change.high}
        found[pin] = {"word": word, "trend": said, **limits}
    return found
