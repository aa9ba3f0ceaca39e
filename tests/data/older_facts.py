"""Earlier editions of the shipped facts: one school named otherwise, or any table edited."""

import shutil

import pandas as pd

from data.intake.declared.gathering import FACTS
from data.intake.publishing.draft import Account
from data.intake.publishing.publish import publish, writing

OLD_NAME = "Прежнее имя"
_SCHOOLS = pd.read_csv(FACTS / "school.csv", dtype=str, keep_default_na=False)
SCHOOL = _SCHOOLS.to_dict("records")[0]
"""That school as it is in the present facts."""


def published_with_older_facts(store, facts, demonstration=False):
    """Publish the earlier edition, written to `facts`, as a program before this one did."""
    older = _SCHOOLS.copy()
    older.loc[0, "name"] = OLD_NAME
    return published_with_older(store, facts, "school", older, demonstration)


def published_with_older(store, facts, table, rows, demonstration=False):
    """Publish the facts with other rows of one table."""
    shutil.copytree(FACTS, facts, ignore=shutil.ignore_patterns("__pycache__"))
    rows.to_csv(facts / f"{table}.csv", index=False, lineterminator="\n")
    with writing(store, 0):
        seed = 1 if demonstration else None
        account = Account(demonstration, "earlier program", "tests", seed)
        return publish(store, [facts], account)
