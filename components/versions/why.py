"""Draw why a municipal number differs between two data versions."""

from dataclasses import replace
from typing import Any

import pandas as pd
import streamlit as st

from components.base.i18n import Words
from components.base.load import load_from, of_all, one_version
from components.base.markup import written
from components.base.rights import right
from components.versions.why_sentences import Why, sentence
from components.versions.why_table import head, table
from data.store import Version, pointed
from queries import cells, counting, lookups, region_rules
from queries.methods.causes import Side, attribute
from queries.methods.changes import changed_rules
from queries.methods.comparison import Rules, compared, rules_of
from queries.view import View


def draw(
    words: Words, older: Version, newer: Version, indicator: str, oktmo: str, year: int
) -> None:
    """Draw a sentence and a table of causes; ReaderError if a version does not open."""
    why = explained(older, newer, indicator, oktmo, year)
    said = sentence(why, words)
    if said is None:
        said = words(f"state.{why.after['state']}_help")
    titles, rows = head(why, words), table(why, words)
    st.html(written("versions/why.html", said=said, titles=titles, rows=rows))


def explained(older: Version, newer: Version, indicator: str, oktmo: str, year: int) -> Why:
    """Set the number of a municipality and year in two versions beside each other, with causes.

    Numbers of pupils are told to whoever may publish: what versions show together is not proved
    to hide what each hides. Others are told the kinds of causes. Causes that are schools' are told
    of those that the reader may see in the newer version.
    """
    with one_version(newer):
        return of_all(_explained, older, newer, indicator, oktmo, year)


def _explained(older: Version, newer: Version, indicator: str, oktmo: str, year: int) -> Why:
    view = View(_region(newer, oktmo), year, year, municipality=oktmo, indicator=indicator)
    cards = _card(older, view), _card(newer, view)
    known = cards[1] if cards[1] is not None else cards[0]
    assert known is not None, "an indicator is asked for that neither version shows"
    how = counting.questions(indicator, known["kind"])
    settings = tuple(load_from(side, region_rules.settings, view) for side in (older, newer))
    rules = tuple(rules_of(side.set_index("code")["value"]) for side in settings)
    before, after = (_cell(v, view, r, known) for v, r in zip((older, newer), rules, strict=True))
    causes = attribute(
        _side(older, view, how, before),
        _side(newer, view, how, after),
        how.by_status,
        how.by_report,
    )
    numbers = known["kind"] != "pupil_rate" or right().writes
    changed = changed_rules(settings, cards)
    return Why(before, after, causes, changed, settings[1].set_index("code"), numbers)


def _region(version: Version, oktmo: str) -> str:
    places = load_from(version, lookups.municipalities).set_index("oktmo")["region"]
    return str(places.get(oktmo, ""))


def _card(version: Version, view: View) -> pd.Series | None:
    """Give the card of the view's indicator with the region's target, missing where it has none."""
    cards = load_from(version, lookups.indicators)
    aims = load_from(version, region_rules.targets, view)[["code", "target", "target_year"]]
    found = cards.merge(aims, "left", "code").set_index("code")
    return found.loc[view.indicator] if view.indicator in found.index else None


def _cell(version: Version, view: View, rules: Rules, card: pd.Series) -> dict[str, Any]:
    """Give the cell as a reader of the version sees it, with the counts it was made from."""
    place = replace(view, municipality="", indicator=View.indicator)
    raw = load_from(version, cells.by_indicator, place)
    here = raw["oktmo"].eq(view.municipality) & raw["indicator"].eq(view.indicator)
    if not here.any():
        empty = dict.fromkeys(("numerator", "denominator", "value", "share"), float("nan"))
        return {"state": "no_data", "kind": card["kind"], "reported": None, **empty, "raw": None}
    raw["shown"] = raw["shown"] & (right().writes or version.name == pointed(version.path.parent))
    cell: dict[str, Any] = compared(raw, rules)[here].to_dict("records")[0]
    return cell | {"raw": raw[here].to_dict("records")[0]}


def _side(version: Version, view: View, how: counting.Questions, cell: dict[str, Any]) -> Side:
    raw = cell["raw"] or cell
    stated = raw["kind"] == "value"
    names = load_from(version, counting.places).set_index("school_id")["municipality"]
    return Side(
        schools=load_from(version, how.by_school, view),
        rows=load_from(version, how.rows, view),
        places=names.to_dict(),
        reported=None if pd.isna(raw["reported"]) else bool(raw["reported"]),
        published=(raw["value"], float("nan"))
        if stated
        else (raw["numerator"], raw["denominator"]),
    )
