"""Find what differs between two versions: rows that are counted, and rules of counting."""

from dataclasses import dataclass
from typing import Any

import pandas as pd

KEYS = ("mentorship_id", "grade", "subject", "measure_id", "due_date")
"""Columns that tell the rows of a school apart; the others are what may be corrected."""

MATTERING = {"pupil_rate": ("minimum_group", "confidence"), "coverage": ("small_group",)}
"""Settings that decide how an indicator of a kind is shown."""


@dataclass(frozen=True)
class Change:
    """One row that came, went or was corrected: its key, and each value before and after."""

    kind: str
    key: tuple[tuple[str, object], ...]
    values: tuple[tuple[str, object, object], ...]


def changed_rows(before: pd.DataFrame, after: pd.DataFrame) -> dict[str, tuple[Change, ...]]:
    """List the changed rows of each school, by their keys."""
    keys = ["school_id", *(name for name in KEYS if name in after.columns)]
    names = [name for name in after.columns if name not in keys]
    old, new = _by_key(before, keys, names), _by_key(after, keys, names)
    found: dict[str, tuple[Change, ...]] = {}
    for key in sorted(old.keys() | new.keys()):
        was, now = old.get(key), new.get(key)
        if was != now:
            kind = "new" if was is None else "removed" if now is None else "corrected"
            nothing = (None,) * len(names)
            values = tuple(zip(names, was or nothing, now or nothing, strict=True))
            change = Change(kind, tuple(zip(keys[1:], key[1:], strict=True)), values)
            found[str(key[0])] = (*found.get(str(key[0]), ()), change)
    return found


def _by_key(
    rows: pd.DataFrame, keys: list[str], names: list[str]
) -> dict[tuple[object, ...], tuple[object, ...]]:
    columns = [[_plain(value) for value in rows[name]] for name in (*keys, *names)]
    lines = zip(*columns, strict=True)
    return {line[: len(keys)]: line[len(keys) :] for line in lines}


def _plain(value: Any) -> Any:
    """Give None for every kind of missing value of a frame."""
    return None if pd.isna(value) else value


def changed_rules(
    settings: tuple[pd.DataFrame, pd.DataFrame], cards: tuple[pd.Series | None, pd.Series | None]
) -> list[tuple[str, str, Any, Any]]:
    """List rules of an indicator that differ, as (cause, code, before, after).

    `settings` by code and `cards` of the indicator are those of both versions; a card that a
    version lacks is no change of it.
    """
    old, new = cards
    if old is None or new is None:
        return []
    mattering = MATTERING.get(new["kind"], ())
    values = [side.set_index("code")["value"] for side in settings]
    found: list[tuple[str, str, Any, Any]] = [
        ("setting", code, values[0].get(code), values[1].get(code))
        for code in mattering
        if values[0].get(code) != values[1].get(code)
    ]
    if any(old[name] != new[name] for name in ("definition_ru", "definition_en")):
        found.append(("definition", "definition", None, None))
    was, now = (_target(card) for card in (old, new))
    if was != now:
        found.append(("target", "target", was, now))
    return found


def _target(card: pd.Series) -> tuple[Any, Any]:
    return _plain(card["target"]), _plain(card["target_year"])
