"""Answer questions and make figures once per data version; the only place that caches."""

from collections.abc import Callable, Hashable
from typing import Any

import pandas as pd
import streamlit as st
from sqlalchemy import Select

from data import store

ENTRIES = 500


def load(question: Callable[..., Select], *args: Hashable) -> pd.DataFrame:
    """Answer a question, or repeat the answer given while the data were the same."""
    return _answer(_name(question), args, store.current(), question)


def keep(make: Callable[..., Any], *args: Hashable) -> Any:
    """Make a frame or a figure, or repeat the one made of the same arguments and data.

    `make` may only depend on its arguments and on what it loads; it never draws.
    """
    return _made(_name(make), args, store.current(), make)


def _name(function: Callable) -> str:
    return f"{function.__module__}.{function.__name__}"


@st.cache_data(max_entries=ENTRIES, show_spinner=False)
def _answer(
    name: str, args: tuple, version: store.Version, _question: Callable[..., Select]
) -> pd.DataFrame:
    return store.fetch(version, _question(*args))


@st.cache_data(max_entries=ENTRIES, show_spinner=False)
def _made(name: str, args: tuple, version: store.Version, _make: Callable[..., Any]) -> Any:
    return _make(*args)
