"""Word where the documents of a project year stand; each sentence comes from counts."""

import pandas as pd

from components.base.i18n import Words
from components.heatmap.cell_texts import count
from queries.methods.paperwork import STATUSES, UNKNOWN

SYMBOLS = {
    "confirmed": "●",
    "uploaded": "◐",
    "returned": "▼",
    "not_uploaded": "○",
    UNKNOWN: "—",
}
ORDER = (*STATUSES, UNKNOWN)


def status(code: str, words: Words) -> str:
    """Write one status with its symbol: «● подтверждён»."""
    return f"{SYMBOLS[code]} {words(f'project_year.status_{code}')}"


def finding(by_kind: pd.DataFrame, schools: int, words: Words) -> str:
    """Say how many documents are confirmed, and how many wait for a curator or came back."""
    sums = {name: int(by_kind[name].sum()) for name in ORDER}
    confirmed = count(sums["confirmed"], sum(sums.values()), words)
    said = words("project_year.finding", n=schools, confirmed=confirmed)
    if sums["uploaded"]:
        said += words("project_year.waiting", n=sums["uploaded"])
    if sums["returned"]:
        said += words("project_year.returned", n=sums["returned"])
    return said


def load(curators: pd.DataFrame, words: Words) -> str:
    """Say how many schools a curator has at least and at most, and how many have work waiting."""
    if curators.empty:
        return words("project_year.no_curators")
    least, most = int(curators["schools"].min()), int(curators["schools"].max())
    span = words.number(most) if least == most else f"{least}–{most}"
    waiting = int(curators["uploaded"].gt(0).sum())
    said = words("project_year.curators", n=len(curators), span=span)
    return said + words("project_year.curators_waiting", n=waiting) if waiting else said


def stages(by_kind: pd.DataFrame, kinds: pd.DataFrame, words: Words) -> str:
    """Say of each stage how many of its documents are confirmed: «Самодиагностика: 68 из 120»."""
    rows = by_kind.merge(kinds, on="document")
    said = []
    for _, part in rows.groupby("stage_no", sort=True):
        total = int(part[list(ORDER)].to_numpy().sum())
        name = words.pick(part.iloc[0], "stage")
        said.append(f"{name}: {count(int(part['confirmed'].sum()), total, words)}")
    return " · ".join(said)
