"""Word what a recommendation has, lacks and became; every sentence comes from counts."""

import datetime as dt

import pandas as pd

from components.base.i18n import Words
from queries.methods.decisions import PARTS, STATES

NAMED = 3
"""Codes that a sentence names; of more it gives the number alone."""


def finding(rows: pd.DataFrame, words: Words) -> str:
    """Say how many recommendations have both a date and a number, and which."""
    if rows.empty:
        return words("recommendations.none_chosen")
    complete = list(rows.loc[rows["has_due"] & rows["has_number"], "rec_id"])
    if not complete:
        return words("recommendations.none_dated", n=len(rows))
    one = words("recommendations.only_one")
    many = one if len(complete) == 1 else words.number(len(complete))
    named = f": {', '.join(complete)}" if len(complete) <= NAMED else ""
    return words("recommendations.dated", n=len(rows), many=many) + named


def returned(pairs: pd.DataFrame, rows: pd.DataFrame, words: Words) -> str:
    """Say how many recommendations of the earlier event came back, fully or in part."""
    if pairs.empty:
        return words("recommendations.nothing_returned")
    whole = pairs.groupby("earlier")["partly"].all()
    full, part = int((~whole).sum()), int(whole.sum())
    events = set(rows.loc[rows["rec_id"].isin(pairs["earlier"]), "event"])
    total = int(rows["event"].isin(events).sum())
    said = words("recommendations.came_back", n=total, again=words.number(full))
    if part:
        said += words("recommendations.came_back_partly", n=part)
    days = pairs["days"].unique()
    return said + words("recommendations.after_days", n=int(days[0])) if len(days) == 1 else said


def marks(counts: pd.DataFrame, municipalities: int, words: Words) -> str:
    """Say how completely municipalities marked: the most marked one is the measure of the rest."""
    if counts.empty:
        return words("recommendations.none_chosen")
    answered = municipalities - counts["unmarked"]
    if not answered.max():
        return words("recommendations.nobody_marked", n=len(counts))
    best = counts.loc[answered.idxmax(), "rec_id"]
    return words(
        "recommendations.most_marked",
        code=best,
        part=words.number(int(answered.max())),
        total=words.number(municipalities),
    )


def lacking(row: dict, words: Words) -> str:
    """List what a recommendation lacks; nothing, if it has all."""
    lacks = [words(f"recommendations.no_{part}") for part in PARTS if not row[f"has_{part}"]]
    return ", ".join(lacks) or words("recommendations.complete")


def term(row: dict, words: Words) -> str:
    """Give date and target as the document has them."""
    said = [str(row[field]) for field in ("due", "target") if not pd.isna(row[field])]
    return ", ".join(said) or "—"


def document(row: dict, words: Words) -> str:
    """Name a source document by its title; one that is not listed, by its own code."""
    listed = not pd.isna(row["document_ru"])
    return words.pick(row, "document") if listed else str(row["source"])


def repeats(rec_id: str, pairs: pd.DataFrame, words: Words) -> str:
    """Name what a recommendation repeats, or what repeats it: «вернулась как N-2.5»."""
    later = pairs[pairs["earlier"].eq(rec_id)]
    earlier = pairs[pairs["later"].eq(rec_id)]
    said = [
        _partly(words("recommendations.became", code=row["later"]), row["partly"], words)
        for row in later.to_dict("records")
    ]
    said += [
        _partly(words("recommendations.was", code=row["earlier"]), row["partly"], words)
        for row in earlier.to_dict("records")
    ]
    return ", ".join(said) or "—"


def _partly(said: str, partly: bool, words: Words) -> str:
    return f"{said} {words('recommendations.partly')}" if partly else said


def added(earlier: dict, later: dict, words: Words) -> str:
    """Say what the later wording has that the earlier had not, or has otherwise."""
    changes = []
    for field in ("addressees", "due", "target"):
        before, now = earlier[field], later[field]
        if pd.isna(now) or now == before:
            continue
        was = "" if pd.isna(before) else f"{before} → "
        changes.append(f"{words(f'recommendations.{field}')}: {was}{now}")
    return "; ".join(changes) or words("recommendations.nothing_added")


def states(row: dict, words: Words) -> str:
    """Word counts of marks: «выполнили 5, выполняют 3, запланировали 2, не отметили 45»."""
    names = (*STATES, "unmarked")
    return ", ".join(f"{words(f'recommendations.mark_{name}')} {row[name]}" for name in names)


def mark(state: str, evidence: object, words: Words) -> str:
    """Word one mark: «● выполнено (справка)»; one that says done and shows nothing says so."""
    said = words(f"recommendations.place_{state}")
    if isinstance(evidence, str) and evidence:
        return f"{said} ({evidence})"
    return f"{said}, {words('recommendations.no_evidence')}" if state == "done" else said


def progress(code: str, name: str, amount: tuple[int, int], day: dt.date, words: Words) -> str:
    """Word the value of an indicator at the end of a year: «IND-03 «…»: 62 из 120 (51,7 %)»."""
    part, total = amount
    share = words.percent(100 * part / total) if total else "—"
    return words(
        "recommendations.progress",
        code=code,
        name=name,
        part=words.number(part),
        total=words.number(total),
        share=share,
        day=words.day(day),
    )
