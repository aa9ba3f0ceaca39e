"""Word the cards of the summary from counts of this year and the year before."""

from dataclasses import dataclass
from datetime import date

import pandas as pd

from components.base.i18n import Words
from components.heatmap.cell_texts import count
from queries.view import View

COUNTED = ("municipalities_took_part", "municipalities_absent")
"""What must be known of an event before its attendance is a share."""


@dataclass(frozen=True)
class Card:
    """Ready texts of one card; `share` 0–1 draws a bar. Full counts are never better or worse."""

    number: str
    counted: str
    beside: str = ""
    """What stands beside the number: the same count a year ago, or what is left."""
    share: float | None = None
    note: str = ""


def cards(
    totals: pd.DataFrame,
    events: pd.DataFrame,
    absent: pd.DataFrame,
    target: tuple[float, int],
    view: View,
    words: Words,
) -> list[Card]:
    """Give the four cards of the summary; `target` is the share in per cent and its year."""
    now, before = (_of_year(totals, year) for year in (view.year, view.year - 1))
    return [
        in_need(now.get("IND-19"), before.get("IND-19"), view.year, words),
        mentored(
            now.get("IND-03"), before.get("IND-03"), now.get("IND-19"), target, view.year, words
        ),
        measures(now.get("IND-13"), words),
        conference(events, absent, view.year, words),
    ]


def _of_year(totals: pd.DataFrame, year: int) -> dict[str, pd.Series]:
    """Index the counts of one year by indicator; an absent indicator is not known."""
    return {row["indicator"]: row for _, row in totals[totals["year"].eq(year)].iterrows()}


def in_need(now: pd.Series | None, before: pd.Series | None, year: int, words: Words) -> Card:
    """Say how many schools need help, and how many a year ago, each by as many as told of it.

    No difference: where more municipalities tell, more schools are in need without any getting so.
    """
    if now is None:
        return Card("—", words("card.in_need_unknown"))
    then = words("card.no_year_before", year=year - 1)
    if before is not None:
        told_by = words("card.municipalities", n=int(before["municipalities"]))
        said = f"{words.number(before['numerator'])}, {told_by}"
        then = words("card.year_before", year=year - 1, said=said)
    return Card(
        words.number(int(now["numerator"])),
        words("card.in_need", n=int(now["numerator"])),
        then,
        note=words("card.municipalities", n=int(now["municipalities"])),
    )


def mentored(
    now: pd.Series | None,
    before: pd.Series | None,
    need: pd.Series | None,
    target: tuple[float, int],
    year: int,
    words: Words,
) -> Card:
    """Say how many schools in need have a mentor against the target of the resolution.

    Schools of municipalities that did not report are in neither number, and are said apart. The
    year before stands with its own list: fewer mentored of fewer in need is no step back.
    """
    if now is None:
        return Card("—", words("card.mentored_unknown"))
    part, total = int(now["numerator"]), int(now["denominator"])
    then = words("card.no_year_before", year=year - 1)
    if before is not None:
        said = count(before["numerator"], before["denominator"], words)
        then = words("card.year_before", year=year - 1, said=said)
    goal = words("card.target", target=words.percent(target[0], 0), year=target[1])
    silent = 0 if need is None else int(need["numerator"]) - total
    if silent > 0:
        goal = f"{goal}; {words('card.not_reported', n=silent)}"
    return Card(
        count(part, total, words),
        words("card.mentored"),
        then,
        part / total if total else None,
        goal,
    )


def measures(now: pd.Series | None, words: Words) -> Card:
    """Say how many road-map measures were done of those that fell due, and how many are late."""
    if now is None:
        return Card("—", words("card.measures_unknown"))
    part, total = int(now["numerator"]), int(now["denominator"])
    return Card(
        count(part, total, words),
        words("card.measures"),
        words("card.overdue", n=total - part),
        part / total,
        words("card.municipalities", n=int(now["municipalities"])),
    )


def conference(numbers: pd.DataFrame, absent: pd.DataFrame, year: int, words: Words) -> Card:
    """Say how many municipalities came to the latest event that counted them, and who did not."""
    both = numbers[numbers["attribute"].isin(COUNTED)].groupby("code", sort=False)
    counted = both.filter(lambda rows: len(rows) == len(COUNTED))
    if counted.empty:
        return Card("—", words("card.no_event", year=year))
    code = counted["code"].iloc[0]
    about = counted[counted["code"].eq(code)].set_index("attribute")
    came, stayed_away = (int(about.at[attribute, "value"]) for attribute in COUNTED)
    total = came + stayed_away
    day: date = about["start_date"].iloc[0]
    away = absent.loc[absent["event"].eq(code), "name"]
    names = [name.replace(" ", "\N{NO-BREAK SPACE}") for name in away]
    named = words("card.absent", n=len(names), names=", ".join(names)) if names else ""
    return Card(
        count(came, total, words),
        words("card.conference", day=words.day(day), share=words.percent(100 * came / total)),
        note=named,
    )


def mentored_by_year(totals: pd.DataFrame, words: Words) -> str:
    """Say the counts of the first and the last year that are known; nothing if they are one.

    No better or worse: between years far apart the list itself is another one.
    """
    known = totals[totals["indicator"].eq("IND-03")].dropna(subset=["numerator", "denominator"])
    known = known.sort_values("year")
    if known["year"].nunique() < 2:
        return ""
    first, last = known.iloc[0], known.iloc[-1]
    then, now = (count(row["numerator"], row["denominator"], words) for row in (first, last))
    return words(
        "overview.mentored_by_year",
        then=then,
        now=now,
        first=int(first["year"]),
        last=int(last["year"]),
    )
