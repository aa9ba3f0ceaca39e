"""Say what profiles show and what is missing, in sentences that are made only of what is known."""

import pandas as pd

from components.base.i18n import Words
from components.base.shortened import listed
from components.risks.answers import Answers
from components.risks.choice import RisksView
from components.risks.numbers import Numbers
from queries.methods.risk_answers import NOBODY, SHORT, WORDS_ALONE
from queries.methods.risk_profiles import ABSENT, BETTER, LEVELS, NONE, UNKNOWN, WORSE

MARKS = {"high": "▮▮▮", "medium": "▮▮▯", "low": "▮▯▯", NONE: "—", UNKNOWN: "?"}
MOST = 3
"""Factors named in one sentence."""


def finding(n: Numbers, names: dict[str, str], view: RisksView, words: Words) -> str:
    """Say how many schools have a profile, and which factor is found most often."""
    head = words("risks.headline", n=n.asked, surveyed=n.surveyed, year=view.year)
    most = int(n.factors["found"].max())
    if not most:
        return f"{head}. {words('risks.no_factor')}"
    first = n.factors.loc[n.factors["found"].eq(most), "risk_factor"]
    named = listed([words("risks.named", name=names[code]) for code in first[:MOST]], words)
    return f"{head}. {words('risks.most', names=named, n=most, of=words.number(n.surveyed))}"


def changes(n: Numbers, view: RisksView, words: Words) -> str:
    """Say what became of factors at schools with a profile of both stages."""
    if not view.stage_before:
        return words("risks.no_stage_before", year=view.year)
    if not n.both:
        return words("risks.nobody_twice", before=view.stage_before)
    better, worse, same, appeared, gone = (
        words.number(int(n.factors[name].sum()))
        for name in ("better", "worse", "same", "appeared", "gone")
    )
    return words(
        "risks.changed",
        n=n.both,
        before=view.stage_before,
        better=better,
        worse=worse,
        same=same,
        appeared=appeared,
        gone=gone,
    )


def gap(found: Answers, names: dict[str, str], words: Words) -> str:
    """Name the factors that nothing answers, else those of which most schools are left."""
    rows = found.factors
    if not found.told[0]:
        return words("risks.strengths_not_told")
    alone = rows[rows["answer"].isin((NOBODY, WORDS_ALONE))]
    if len(alone):
        return words("risks.unanswered", names=_counted(alone, "schools", names, words))
    short = rows[rows["answer"].eq(SHORT)].sort_values("missing", ascending=False, kind="stable")
    if len(short):
        return words("risks.short", names=_counted(short, "missing", names, words))
    return words("risks.enough")


def _counted(rows: pd.DataFrame, column: str, names: dict[str, str], words: Words) -> str:
    """Name the first factors, each with its schools; how many more there are is told."""
    told = [
        words("risks.factor_schools", name=names[row["risk_factor"]], n=int(row[column]))
        for row in rows.head(MOST).to_dict("records")
    ]
    left = len(rows) - MOST
    return "; ".join([*told, words("risks.more_factors", n=left)] if left > 0 else told)


def level(code: str, words: Words) -> str:
    """Write a level as mark and word."""
    return f"{MARKS[code]} {words(f'risks.level_{code}')}" if code in LEVELS else MARKS[code]


def change(row: dict, words: Words) -> str:
    """Say what happened to a factor at a school; nothing where it is at neither stage."""
    if row["change"] == ABSENT:
        return ""
    said = words(f"risks.change_{row['change']}")
    if row["change"] in (BETTER, WORSE):
        was = row["was"]
        return f"{said} {words(f'risks.level_{was}')}"
    return said
