"""Show what stands behind the numbers: the version, the rules, the sources."""

import pandas as pd
import streamlit as st

from components.base import table_names
from components.base.choices import names, region_name, rules, setting
from components.base.documents import source
from components.base.i18n import Words
from components.base.load import load
from components.base.markdown import Markdown
from components.shell import listing
from components.shell.page import Page
from components.shell.provenance import generated, made_at
from queries import lookups, region_rules, sources
from queries.methods.alike import LEAST_FREEDOM
from queries.view import View


def draw(page: Page[View]) -> None:
    """Draw the sections of the page, the version first."""
    words = page.words
    _version(page)
    st.subheader(words("about.indicators"), anchor=False)
    _table(_cards(load(lookups.indicators), words))
    st.subheader(words("about.rules"), anchor=False)
    st.caption(words("about.rules_help"))
    _table(_rules(load(region_rules.settings, page.view), page))
    st.subheader(words("about.targets"), anchor=False)
    _table(_targets(load(region_rules.targets, page.view), page))
    st.subheader(words("about.breaks"), anchor=False)
    _table(_breaks(load(lookups.breaks), words))
    st.subheader(words("about.method"), anchor=False)
    st.markdown(_method(page))
    st.subheader(words("about.sources"), anchor=False)
    _table(_sources(words))
    st.markdown(words("about.licences"))


def _version(page: Page[View]) -> None:
    words, version = page.words, page.version
    st.markdown(
        words.marked(
            "about.version",
            version=version["name"],
            made=words.moment(made_at(version)),
        )
    )
    if version["demonstration"]:
        _demonstration(page)
    st.subheader(words("about.inputs"), anchor=False)
    inputs = load(sources.inputs)
    columns = {name: words(f"about.{name}") for name in ("file", "rows", "sha256")}
    with st.expander(words("about.inputs_count", n=len(inputs))):
        _table(inputs[list(columns)].rename(columns=columns))


def _demonstration(page: Page[View]) -> None:
    """Say what was generated, and how many rows of which tables."""
    words, seed = page.words, page.version["seed"]
    if pd.notna(seed):
        st.markdown(words("about.demonstration", seed=str(int(seed))))
    else:
        st.markdown(words("about.mixed"))
    many = generated()
    with st.expander(words("about.generated", n=sum(many.values()))):
        titles = [table_names.title(name, words) for name in many]
        amounts = [words.number(n) for n in many.values()]
        _table(pd.DataFrame({words("import_data.table"): titles, words("about.rows"): amounts}))


def _cards(rows: pd.DataFrame, words: Words) -> pd.DataFrame:
    """One row per shown indicator: what it is, from where, what it may not be used for."""
    return pd.DataFrame(
        {
            words("about.indicator"): [words.pick(row, "short") for _, row in rows.iterrows()],
            words("about.definition"): [words.pick(r, "definition") for _, r in rows.iterrows()],
            words("about.not_for"): [words.pick(row, "caveat") for _, row in rows.iterrows()],
            words("about.source"): [source(text, words) for text in rows["source"]],
        }
    )


def _rules(rows: pd.DataFrame, page: Page[View]) -> pd.DataFrame:
    """One row per number that decides what may be said of the region, its own ones first."""
    words, rows = page.words, rows.sort_values("own", ascending=False, kind="stable")
    usual = [words(f"unit.{_unit(row['unit'])}", n=row["usual"]) for _, row in rows.iterrows()]
    return pd.DataFrame(
        {
            words("about.rule"): [words.pick(row, "name") for _, row in rows.iterrows()],
            words("about.value"): [
                words(f"unit.{_unit(row['unit'])}", n=row["value"]) for _, row in rows.iterrows()
            ],
            words("about.whose"): _whose(rows, usual, page),
            words("about.source"): [_own(source, words) for source in rows["source"]],
        }
    )


def _targets(rows: pd.DataFrame, page: Page[View]) -> pd.DataFrame:
    """One row per indicator with a target in the region."""
    words, named = page.words, names(page.words.language)["indicator"]
    usual = [words.percent(share, 0) if share == share else "" for share in rows["usual"]]
    return pd.DataFrame(
        {
            words("about.indicator"): rows["code"].map(named),
            words("about.target"): [
                words("card.target", target=words.percent(share, 0), year=int(year))
                for share, year in zip(rows["target"], rows["target_year"], strict=True)
            ],
            words("about.whose"): _whose(rows, usual, page),
            words("about.source"): [source(text, words) for text in rows["source"]],
        }
    )


def _whose(rows: pd.DataFrame, usual: list[str], page: Page[View]) -> list[str]:
    """Say of each number whether it is the region's own, and which one it has replaced."""
    words = page.words
    found = []
    for own, before in zip(rows["own"], usual, strict=True):
        if not own:
            found.append(words("about.for_all"))
        else:
            named = region_name(page.view.region, words)
            instead = words("about.instead", usual=before) if before else ""
            found.append(f"{named} {instead}".strip())
    return found


def _method(page: Page[View]) -> Markdown:
    """Say how numbers are compared and hidden, with the numbers of the rules in force."""
    words, numbers = page.words, rules(page.view.region)
    return words.marked(
        "about.method_text",
        small=words.number(numbers.small_group),
        minimum=words.number(numbers.minimum_group),
        rest=words.number(setting("minimum_rest", page.view.region)),
        confidence=words.percent(100 * numbers.confidence, 0),
        chance=words.number(100 * (1 - numbers.confidence)),
        least=words.number(LEAST_FREEDOM),
    )


def _breaks(rows: pd.DataFrame, words: Words) -> pd.DataFrame:
    """One row per procedure and year that no chart bridges."""
    return pd.DataFrame(
        {
            words("about.procedure"): [words(f"procedure.{code}") for code in rows["procedure"]],
            words("view.year"): rows["year"].astype(str),
            words("about.why"): [words.pick(row, "note") for _, row in rows.iterrows()],
            words("about.source"): [_own(source, words) for source in rows["source"]],
        }
    )


def _sources(words: Words) -> pd.DataFrame:
    """One row per source document and the number of rows taken from it."""
    documents, taken = load(sources.documents), load(sources.rows_by_source)
    counts = taken.set_index("source")["rows"]
    return pd.DataFrame(
        {
            words("about.source"): [words.pick(row, "title") for _, row in documents.iterrows()],
            words("about.source_file"): documents["source"],
            words("about.rows"): [
                words.number(int(counts.get(source, 0))) for source in documents["source"]
            ],
        }
    )


def _own(source: str, words: Words) -> str:
    """Take the reader's language of a source that is a decision of this project."""
    russian, slash, english = source.partition(" / ")
    return {"ru": russian, "en": english}[words.language] if slash else source


def _unit(unit: str) -> str:
    return "percent" if unit == "%" else unit


def _table(frame: pd.DataFrame) -> None:
    listing.draw(list(frame), frame.itertuples(index=False))
