"""Give the rows of each table of the page, for reading and as files."""

from collections.abc import Callable
from dataclasses import replace

import pandas as pd

from components.base.choices import indicator as known_indicator
from components.base.choices import municipality_name
from components.base.i18n import Words
from components.recommendations import sentences
from components.recommendations.choice import RecommendationsView
from components.recommendations.numbers import (
    between,
    chosen,
    everything,
    marked,
    newest,
    places,
    progress,
    returned,
)
from queries.methods import demands
from queries.view import ALL

Columns = tuple[tuple[str, str], ...]
COLUMNS: dict[str, Columns] = {
    "list": (
        ("rec_id", "text"),
        ("text_ru", "text"),
        ("addressees", "text"),
        ("direction_said", "text"),
        ("lacking", "text"),
        ("term", "text"),
        ("indicator_said", "text"),
        ("measured_said", "text"),
        ("repeats", "text"),
        ("document", "text"),
    ),
    "returned": (
        ("pair", "text"),
        ("earlier", "text"),
        ("later", "text"),
        ("partly_said", "text"),
        ("added", "text"),
        ("between", "text"),
        ("days", "integer"),
        ("text_ru", "text"),
        ("document", "text"),
    ),
    "marks": (
        ("rec_id", "text"),
        ("text_ru", "text"),
        ("done", "integer"),
        ("ongoing", "integer"),
        ("planned", "integer"),
        ("unmarked", "integer"),
        ("document", "text"),
    ),
    "by_place": (
        ("name", "text"),
        ("state_said", "text"),
        ("marked_on", "date"),
    ),
}


def rows(view: RecommendationsView, table: str) -> pd.DataFrame:
    """Give the rows of a table, by the keys of its columns; sorted as they are read."""
    made: dict[str, Callable[[RecommendationsView], pd.DataFrame]] = {
        "list": listed,
        "returned": pairs,
        "marks": marks,
        "by_place": by_place,
    }
    return made[table](view)


def listed(view: RecommendationsView) -> pd.DataFrame:
    """One row per shown recommendation, with its words."""
    words, found, again = Words(view.language), chosen(view), returned(view)
    values = progress(view)
    records = found.to_dict("records")
    return found.assign(
        direction_said=[f"{row['direction_no']}. {row['direction']}" for row in records],
        lacking=[sentences.lacking(row, words) for row in records],
        term=[sentences.term(row, words) for row in records],
        indicator_said=[indicator(row, values, view, words) for row in records],
        measured_said=[measured(row["rec_id"], values, view, words) for row in records],
        repeats=[sentences.repeats(row["rec_id"], again, words) for row in records],
        document=[sentences.document(row, words) for row in records],
    )


def indicator(
    row: dict, values: dict[str, tuple[int, int]], view: RecommendationsView, words: Words
) -> str:
    """Name the indicator of a recommendation, with its value if the data have one."""
    code = row["indicator_code"]
    if pd.isna(code):
        return "—"
    if code in values:
        return sentences.progress(
            code, words.pick(row, "indicator"), values[code], replace(view, on=ALL).day, words
        )
    return words("recommendations.not_counted", code=code, name=words.pick(row, "indicator"))


def measured(
    rec_id: str, values: dict[str, tuple[int, int]], view: RecommendationsView, words: Words
) -> str:
    """Give the number that measures a demand today, or say what data would give one.

    A recommendation that a region brought itself is in neither list: «—».
    """
    if data := demands.WOULD_GIVE.get(rec_id):
        return words("recommendations.no_number_here", data=words(f"recommendations.data_{data}"))
    if not (measure := demands.MEASURED.get(rec_id)):
        return "—"
    name = words.pick(known_indicator(measure.indicator), "short")
    if measure.indicator not in values:
        return words("recommendations.not_this_year", code=measure.indicator, name=name)
    amount, day = values[measure.indicator], replace(view, on=ALL).day
    said = sentences.progress(measure.indicator, name, amount, day, words)
    return said if measure.wholly else words("recommendations.measured_partly", said=said)


def pairs(view: RecommendationsView) -> pd.DataFrame:
    """One row per pair that came back: what was added, and what was marked between."""
    words, found = Words(view.language), returned(view)
    shown = set(chosen(view)["rec_id"])
    found = found[found["earlier"].isin(shown) | found["later"].isin(shown)]
    about = everything(view).set_index("rec_id").to_dict("index")
    lines = []
    for row in found.to_dict("records"):
        meanwhile = between(view, row["first"].date(), row["last"].date())
        counts = meanwhile.set_index("rec_id").loc[row["earlier"]].to_dict()
        earlier, later = about[row["earlier"]], about[row["later"]]
        word = "recommendations.in_part" if row["partly"] else "recommendations.in_full"
        lines.append(
            row
            | {"pair": f"{row['earlier']} → {row['later']}, {words(word)}"}
            | {"text_ru": earlier["text_ru"], "later_text": later["text_ru"]}
            | {"partly_said": words(word), "added": sentences.added(earlier, later, words)}
            | {
                "between": sentences.states(counts, words),
                "document": sentences.document(later, words),
            }
        )
    return pd.DataFrame(lines)


def marks(view: RecommendationsView) -> pd.DataFrame:
    """One row per shown recommendation: municipalities by what they marked."""
    words, found = Words(view.language), chosen(view)
    document = [sentences.document(row, words) for row in found.to_dict("records")]
    about = found[["rec_id", "text_ru"]].assign(document=document)
    return about.merge(marked(view), "left", "rec_id")


def by_place(view: RecommendationsView) -> pd.DataFrame:
    """One row per municipality: what it marked of the chosen recommendation, or that it did not.

    Ordered by state, then by name; who did not mark stands last, and is never left out.
    """
    words, found = Words(view.language), newest(view)
    here = found[found["rec_id"].eq(view.recommendation)]
    table = pd.DataFrame({"oktmo": places(view)}).merge(here.drop(columns="name"), "left", "oktmo")
    table["name"] = [municipality_name(oktmo, words) for oktmo in table["oktmo"]]
    state = table["state"].fillna("unmarked")
    order = state.map({"done": 0, "ongoing": 1, "planned": 2, "unmarked": 3})
    table["state_said"] = [
        sentences.mark(name, evidence, words)
        for name, evidence in zip(state, table["evidence"], strict=True)
    ]
    return table.assign(order=order).sort_values(["order", "name"], ignore_index=True)
