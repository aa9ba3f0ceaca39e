"""Make the rows of the tables of the flow: its streams, and the schools of one of them."""

import pandas as pd

from components.base.i18n import Words
from components.explore.flow import flow, of_stream
from components.explore.flow_figures import stream_said
from components.shell.tables import Columns
from queries.methods.natural_order import by_numbers
from queries.view import View

STREAMS: Columns = (
    ("stream_word", "text"),
    ("year", "year"),
    ("state_word", "text"),
    ("then", "year"),
    ("became_word", "text"),
    ("schools", "integer"),
)
SCHOOLS: Columns = (
    ("name", "school"),
    ("municipality", "text"),
    ("states_word", "text"),
)
FILE: Columns = (
    ("name", "school"),
    ("school_id", "text"),
    ("municipality", "text"),
    ("locality_word", "text"),
    ("states_word", "text"),
)


def streams(view: View) -> pd.DataFrame:
    """One row per stream: two successive years, the states in them, and how many schools."""
    words, found = Words(view.language), flow(view).streams
    return found.assign(
        stream_word=[stream_said(row, words) for row in found.to_dict("records")],
        state_word=[words(f"flow.state_{state}") for state in found["state"]],
        became_word=[words(f"flow.state_{state}") for state in found["became"]],
    )


def schools(view: View, stream: str) -> pd.DataFrame:
    """One row per school of a stream, by municipality and name, with its states of all years."""
    words, found = Words(view.language), flow(view)
    rows = of_stream(found, stream)
    history = _histories(found.moves[found.moves["school_id"].isin(rows["school_id"])], words)
    rows = rows.assign(
        states_word=rows["school_id"].map(history),
        locality_word=[words(f"low_performing.locality_{one}") for one in rows["locality"]],
    )
    order = ["municipality", "name", "school_id"]
    return rows.sort_values(order, ignore_index=True, key=by_numbers)


def _histories(moves: pd.DataFrame, words: Words) -> dict[str, str]:
    """Write the states of each school with the years in which it came to them."""
    said: dict[str, list[tuple[int, str]]] = {}
    for row in moves.sort_values("year").to_dict("records"):
        past = said.setdefault(row["school_id"], [(row["year"], row["state"])])
        if row["became"] != past[-1][1]:
            past.append((row["then"], row["became"]))
    return {
        school: " → ".join(
            words("flow.since", year=year, state=words(f"flow.state_{state}"))
            for year, state in past
        )
        for school, past in said.items()
    }
