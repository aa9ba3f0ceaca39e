"""Give the rule of the list as the settings have it, and word what schools reach by it."""

import pandas as pd

from components.base.choices import rules, setting
from components.base.i18n import Words
from components.base.load import load
from queries import lookups
from queries.methods.identification import ListRule


def as_set(region: str) -> ListRule:
    """Give the rule of a region's settings."""
    return ListRule(
        share=setting("threshold_share", region),
        works=int(setting("threshold_procedures", region)),
        years=int(setting("threshold_years", region)),
        least=int(rules(region).minimum_group),
    )


def breaks() -> frozenset[tuple[str, int]]:
    """Give the procedures and years whose results are not comparable with those before."""
    found = load(lookups.breaks)
    return frozenset(zip(found["procedure"], found["year"].astype(int), strict=True))


def reasons_said(reasons: pd.DataFrame, language: str) -> dict[str, list[str]]:
    """Word the works that reached the share, by school, those of most years running first."""
    words = Words(language)
    rows = load(lookups.subjects)
    subject = dict(zip(rows["code"], rows[f"name_{language}"], strict=True))
    told: dict[str, list[str]] = {}
    for row in reasons.sort_values("run", ascending=False, kind="stable").to_dict("records"):
        said = words(
            "work.reached",
            procedure=words(f"procedure.{row['procedure']}"),
            subject=subject[row["subject"]],
            grade=row["grade"],
            share=words.percent(100 * row["below"] / row["participants"], 0),
            of=row["participants"],
        )
        if row["run"] > 1:
            said = words("work.running", said=said, n=row["run"])
        told.setdefault(row["school_id"], []).append(said)
    return told
