"""Make Streamlit take every text for a text: only our own `Markdown` keeps its meaning.

Streamlit reads Markdown wherever it takes words, of labels, options and hints too. A page cannot
forget what is done here once for all of its calls.
"""

import functools
import inspect
from collections.abc import Callable
from typing import Any

import pandas as pd
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from components.base.markdown import as_text
from data.invisible_signs import shown

PLAIN = frozenset(
    {"code", "html", "json", "latex", "mermaid_chart", "text", "write", "write_stream"}
)
"""Calls whose body is no Markdown, or is handed on to `markdown`."""

PLAIN_OPTIONS = frozenset({"selectbox", "multiselect"})
"""Calls that show their options as they are."""

Read = Callable[[Any], Any]


@functools.cache
def guard() -> None:
    """Let every call that draws read its texts as texts; done once a process."""
    for name, call in inspect.getmembers(DeltaGenerator, inspect.isfunction):
        reads = {} if name.startswith("_") else _reads(name, call)
        if reads:
            setattr(DeltaGenerator, name, _guarded(call, reads))
            setattr(st, name, getattr(st._main, name))


def _reads(name: str, call: Callable[..., Any]) -> dict[str, Read]:
    """Say of each parameter that holds texts how they are read."""
    known: dict[str, Read] = dict.fromkeys(("label", "help", "text", "title", "caption"), _said)
    known |= {"tabs": _each, "captions": _each, "placeholder": _seen}
    if name not in PLAIN:
        known["body"] = _said
    if name == "metric":
        known |= {"value": _if_text, "delta": _if_text}
    if name == "table":
        known["data"] = _cells
    known["format_func"] = _naming(shown if name in PLAIN_OPTIONS else as_text)
    return {field: known[field] for field in inspect.signature(call).parameters if field in known}


def _guarded(call: Callable[..., Any], reads: dict[str, Read]) -> Callable[..., Any]:
    signature = inspect.signature(call)

    @functools.wraps(call)
    def guarded(*args: Any, **options: Any) -> Any:
        given = signature.bind(*args, **options)
        if "format_func" in reads:
            given.arguments.setdefault("format_func", str)
        for field, read in reads.items():
            if field in given.arguments:
                given.arguments[field] = read(given.arguments[field])
        return call(*given.args, **given.kwargs)

    return guarded


def _said(text: object) -> object:
    """Read words; a place for them may be left empty."""
    if text is None:
        return None
    return as_text(text if isinstance(text, str) else str(text))


def _seen(text: object) -> object:
    return shown(text) if isinstance(text, str) else text


def _if_text(value: object) -> object:
    return as_text(value) if isinstance(value, str) else value


def _each(texts: Any) -> Any:
    return texts if texts is None else [_said(text) for text in texts]


def _cells(rows: Any) -> Any:
    """Read the cells and headings of a table: a frame, or a list of rows by heading."""
    if isinstance(rows, list):
        return [{_said(head): _if_text(cell) for head, cell in row.items()} for row in rows]
    frame = pd.DataFrame(rows).astype(object).map(_if_text)
    return frame.rename(index=_if_text, columns=_if_text)


def _naming(read: Callable[[str], str]) -> Read:
    """Read the names that a call gives to its options."""

    def naming(format_func: Callable[[Any], Any]) -> Callable[[Any], str]:
        return lambda option: read(str(format_func(option)))

    return naming
