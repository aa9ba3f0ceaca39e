"""Draw the card of one measure: its wording, its due dates, and every mark of it with evidence."""

import pandas as pd
import streamlit as st
from markupsafe import Markup

from components.base.i18n import Words
from components.base.load import count_of_all, keep
from components.base.markup import linked, written
from components.base.school_link import school_link
from components.roadmaps import facts, rows, sentences
from components.roadmaps.choice import RoadmapsView, figures_key
from components.roadmaps.numbers import numbers
from components.shell.page import Page

SHOWN = 200
"""Marks listed on the page; the files have them all."""


def draw(page: Page[RoadmapsView]) -> None:
    """Draw the card of the measure that is open; without one, how to open one."""
    if not page.view.measure:
        st.caption(page.words("roadmaps.card_help"))
        return
    st.html(keep(_html, figures_key(page.view)))


def draw_facts(page: Page[RoadmapsView]) -> None:
    """Draw the stated facts of the measure that is open, or of all."""
    found, words = facts.facts(figures_key(page.view)), page.words
    told = [_fact(row, words) for row in found.to_dict("records")]
    st.html(written("roadmaps/facts.html", facts=told))


def _html(view: RoadmapsView) -> Markup:
    words, n = Words(view.language), numbers(view)
    row = n.measures[n.measures["measure_id"].eq(view.measure)].iloc[0].to_dict()
    every = rows.occasions(view)
    own = every[every["measure_id"].eq(view.measure)]
    pairs = [
        ("section", f"{row['section_no']}. {row['section']}"),
        ("responsible", row["responsible"]),
        ("deadline_as_written", f"«{row['deadline_as_written']}»"),
        ("reading", sentences.reading(row, words)),
        ("document", sentences.document(row, words)),
        *(_due(each, words) for each in own.to_dict("records")),
    ]
    marked, all_marks = rows.executions(view), count_of_all(rows.executions, view)
    return written(
        "roadmaps/card.html",
        measure=row,
        terms=[(words(f"roadmaps.column_{key}"), text) for key, text in pairs],
        marks_title=words("roadmaps.marks", n=all_marks) if all_marks else "",
        marks=_marks(marked, view, words),
        more=words("roadmaps.more_marks", n=len(marked) - SHOWN) if len(marked) > SHOWN else "",
    )


def _due(row: dict, words: Words) -> tuple[str, str]:
    """Say of one due date its window, its state and its counts; of none, why there is none."""
    if row["due_date"] is None or pd.isna(row["due_date"]):
        return "due_date", row["state_said"]
    start, due = (words.short_day(row[name]) for name in ("start", "due_date"))
    parts = [words("roadmaps.window", start=start, due=due), row["state_said"]]
    if row["marked"]:
        parts.append(words("roadmaps.done_by_schools", n=int(row["marked"]), of=row["done_of"]))
    if unproved := rows.amount(row["unproved"]):
        parts.append(words("roadmaps.unproved_count", n=unproved))
    if row["at_least"] > 1:
        parts.append(words("roadmaps.at_least", n=int(row["at_least"])))
    return "due_date", "; ".join(parts)


def _marks(found: pd.DataFrame, view: RoadmapsView, words: Words) -> list[tuple[Markup, str]]:
    """List what each school marked: late first, then without evidence."""
    rank = {"late": 0, "unproved": 1, "ahead": 2, "proved": 3}
    ordered = found.assign(rank=found["standing"].map(rank)).sort_values("rank", kind="stable")
    return [_mark(row, view, words) for row in ordered.head(SHOWN).to_dict("records")]


def _mark(row: dict, view: RoadmapsView, words: Words) -> tuple[Markup, str]:
    """One school: the state of its mark; the day and the evidence."""
    symbol = sentences.SYMBOLS[row["standing"]]
    parts = [words("roadmaps.due_by", day=words.short_day(row["due_date"]))]
    if row["done_date"] is not None:
        parts.append(words("roadmaps.done_on", day=words.short_day(row["done_date"])))
        parts.append(row["evidence_said"])
    else:
        parts.append(words(f"roadmaps.state_{row['standing']}"))
    who = f"{symbol} {row['school']}, {row['municipality']}"
    return school_link(row["school_id"], who, view), "; ".join(parts)


def _fact(row: dict, words: Words) -> tuple[str, Markup]:
    """One fact: its status; what it rests on, its date and evidence, its document."""
    parts = [row["basis_said"], row["evidence_said"]]
    if "://" not in row["evidence_said"]:  # a link names the document already
        parts.append(row["document"])
    if row["date_said"] != "—":
        parts.insert(1, row["date_said"])
    head = f"{row['measure_no']} · {row['status_said']}: {row['fact_ru']}"
    page = words("roadmaps.page_of", document=row["document"])
    return head, linked("; ".join(parts), page)
