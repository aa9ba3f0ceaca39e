"""Say why a municipal number differs between two versions, when there is something to say."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from components.base.i18n import Words
from components.heatmap.cell_texts import NOTHING, count, text

CAUSES = {
    "new_school": "why.cause.new_school",
    "came": "why.cause.came",
    "vanished": "why.cause.vanished",
    "moved_away": "why.cause.moved_away",
    "entered_list": "why.cause.entered_list",
    "left_list": "why.cause.left_list",
    "now_reported": "why.cause.now_reported",
    "no_longer_reported": "why.cause.no_longer_reported",
    "rows_new": "why.cause.rows_new",
    "rows_removed": "why.cause.rows_removed",
    "rows_corrected": "why.cause.rows_corrected",
    "counting": "why.cause.counting",
}


@dataclass(frozen=True)
class Why:
    """A number in two versions and what lies between: cells as compared, causes, rules."""

    before: dict[str, Any]
    after: dict[str, Any]
    causes: pd.DataFrame
    rules: Sequence[tuple[str, str, Any, Any]] = ()
    settings: pd.DataFrame | None = None
    """Names of the settings among the rules, by code."""
    numbers: bool = True
    """False: groups of pupils are too small to tell anything but kinds of causes."""

    @property
    def kind(self) -> str:
        """Tell what kind of number it is: coverage, pupil_rate or value."""
        return str(self.after["kind"])


def sentence(why: Why, words: Words) -> str | None:
    """Say the number before and after and why; None if there was and is nothing to speak of."""
    said = lines(why, words)
    now = _cell(why.after, why, words)
    if why.causes[["numerator", "denominator"]].ne(0).any(axis=None) and _same(why):
        head = words("why.balanced", now=now) + ": "
    elif _same(why):
        if why.after["state"] in NOTHING and why.after["state"] != "suppressed" and not said:
            return None
        head = words("why.unchanged", now=now) + ("; " if said else "")
    else:
        before = _cell(why.before, why, words)
        head = words("why.changed", before=before, after=now) + (": " if said else "")
    few = "" if why.numbers else " " + words("why.few")
    return head + "; ".join(said) + "." + few


def lines(why: Why, words: Words) -> list[str]:
    """Say each kind of cause in one short line, then each changed rule."""
    found = why.causes.groupby("cause", sort=False)
    causes = [_line(str(cause), rows, why, words) for cause, rows in found]
    return causes + [_rule(rule, why, words) for rule in why.rules]


def _line(cause: str, rows: pd.DataFrame, why: Why, words: Words) -> str:
    said = words(CAUSES[cause])
    if rows["school_id"].ne("").any():
        said = words("why.line", cause=said, what=schools(rows, words))
    amounts = _amounts(rows, why, words) if why.numbers else ""
    return f"{said} ({amounts})" if amounts else said


def _amounts(rows: pd.DataFrame, why: Why, words: Words) -> str:
    """Say what a cause adds to the numerator and to the denominator; zeros are left out."""
    above, below = rows["numerator"].sum(), rows["denominator"].sum()
    if why.kind == "value":
        return words("why.points", change=signed(above, words, 1)) if above else ""
    parts = [words("why.numerator", change=signed(above, words))] if above else []
    parts += [words("why.denominator", change=signed(below, words))] if below else []
    return ", ".join(parts)


def schools(rows: pd.DataFrame, words: Words) -> str:
    """Count the schools of some causes; nothing where the cause is no school's."""
    many = int(rows["school_id"].ne("").sum())
    return words("unit.schools", n=many) if many else ""


def _rule(rule: tuple[str, str, Any, Any], why: Why, words: Words) -> str:
    cause, code, before, after = rule
    if cause == "definition":
        return words("why.rule.definition")
    if cause == "target":
        was, now = (_target(target, words) for target in (before, after))
        return words("why.rule.target", before=was, after=now)
    assert why.settings is not None, "a changed setting has a name"
    name = words.pick(why.settings.loc[code], "name")
    was, now = ("—" if value is None else words.number(value) for value in (before, after))
    return words("why.rule.setting", name=name, before=was, after=now)


def _target(target: tuple[Any, Any], words: Words) -> str:
    share, year = target
    if share is None:
        return "—"
    said = words.percent(share, 0)
    return said if year is None else words("why.rule.target_by", target=said, year=int(year))


def signed(amount: float, words: Words, decimals: int = 0) -> str:
    """Write a change with its sign, a plus too."""
    return ("+" if amount > 0 else "") + words.number(amount, decimals)


def _cell(cell: dict[str, Any], why: Why, words: Words) -> str:
    """Write a number as its cell does; of pupils also their count, where it may be told."""
    said = text(cell, words)
    if cell["state"] in NOTHING:
        return words("why.nothing", said=said)
    if cell["state"] != "counted" or why.kind != "pupil_rate" or not why.numbers:
        return said
    return f"{count(cell['numerator'], cell['denominator'], words)} ({said})"


def _same(why: Why) -> bool:
    """Tell whether both versions show the same; two hidden numbers are no such thing if moved."""
    if why.before["state"] != why.after["state"]:
        return False
    if why.after["state"] == "suppressed":
        return why.causes.empty
    names = ("numerator", "denominator", "value")
    pairs = [(why.before[name], why.after[name]) for name in names]
    return all(a == b or (pd.isna(a) and pd.isna(b)) for a, b in pairs)
