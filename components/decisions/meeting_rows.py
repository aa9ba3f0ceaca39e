"""Make the rows of a meeting's decisions in words, and the sentences above them."""

import pandas as pd

from components.base import decided_words
from components.base.i18n import Words
from components.base.pupils import seen
from components.decisions.choice import DecisionsView
from components.decisions.meeting import Meeting, meeting
from components.shell.tables import Columns
from queries.methods.net_change import NetChange
from queries.methods.refusal import Refusal

TABLE: Columns = (
    ("name", "school"),
    ("municipality", "text"),
    ("decided", "text"),
    ("state_word", "text"),
    ("turned", "text"),
    ("since", "text"),
    ("results", "text"),
)
FILE: Columns = (
    TABLE[0],
    ("school_id", "text"),
    TABLE[1],
    ("decided_on", "date"),
    ("kind_word", "text"),
    ("decision", "text"),
    ("responsible", "text"),
    ("due_date", "date"),
    ("done_date", "date"),
    *TABLE[3:],
)
ORDER = {"late": 0, "open": 1, "no_term": 2, "done": 3}


def seen_of(columns: Columns) -> Columns:
    """Leave out the results where this reader sees those of no single school."""
    return columns if seen() == "all" else columns[:-1]


def rows(view: DecisionsView) -> pd.DataFrame:
    """One row per decision of the meeting, what is overdue first, then by place and name."""
    words = Words(view.language)
    found = meeting(view).rows
    lines = found.to_dict("records")
    named = {
        "state_word": [decided_words.state(row, words) for row in lines],
        "turned": [decided_words.turns(row, words) for row in lines],
        "since": [decided_words.since(row, words) for row in lines],
        "results": [decided_words.results(row, words) for row in lines],
        "kind_word": [words(f"decisions.kind_{row['kind']}") for row in lines],
        "decided": [f"{row['decision']} — {row['responsible']}" for row in lines],
    }
    found = found.assign(**named, place=found["state"].map(ORDER))
    order = ["place", "municipality", "name", "school_id", "decision_id"]
    return found.sort_values(order, ignore_index=True)


def finding(found: Meeting, words: Words) -> str:
    """Say how many decisions there were, and how many are done or overdue."""
    return words(
        "decisions.meeting_finding",
        n=sum(found.states.values()),
        done=found.states["done"],
        late=found.states["late"],
        day=words.short_day(found.day),
    )


def happened(found: Meeting, words: Words) -> str:
    """Say what has happened to the schools since: signals, mentors, measures."""
    return words(
        "decisions.meeting_since",
        n=found.schools,
        gone=found.gone,
        new=found.new,
        mentored=found.mentored,
        measures=found.measures,
    )


def beyond_chance(net: NetChange | Refusal, words: Words) -> str:
    """Say whether results since are better than was to be expected, or why that is not known."""
    if isinstance(net, Refusal):
        why = words(f"decisions.net_{net.reason}")
        return words("decisions.net_refused", why=why)
    verdict = "better" if net.high < 0 else "worse" if net.low > 0 else "not_shown"
    if net.withheld:
        verdict = f"withheld_{net.withheld}"
    return words(
        "decisions.net_found",
        n=net.schools,
        observed=_points(net.observed, words),
        expected=_points(net.expected, words),
        net=_points(net.net, words),
        low=_points(net.low, words),
        high=_points(net.high, words),
        verdict=words(f"decisions.net_{verdict}"),
    )


def _points(amount: float, words: Words) -> str:
    """Write a change in percentage points with its sign."""
    return f"{'+' if amount > 0 else ''}{words.number(amount, 1)}"
