"""An earlier edition of the shipped facts, in which one school was named otherwise."""

import shutil

import pandas as pd

from data.intake.draft import Account
from data.intake.gathering import FACTS
from data.intake.publishing import publish, writing

OLD_NAME = "Прежнее имя"
_SCHOOLS = pd.read_csv(FACTS / "school.csv", dtype=str, keep_default_na=False)
SCHOOL = _SCHOOLS.to_dict("records")[0]
"""That school as it is in the present facts."""


def published_with_older_facts(store, facts, demonstration=False):
    """Publish the earlier edition, written to `facts`, as a program before this one did."""
    shutil.copytree(FACTS, facts, ignore=shutil.ignore_patterns("__pycache__"))
    older = _SCHOOLS.copy()
    older.loc[0, "name"] = OLD_NAME
    older.to_csv(facts / "school.csv", index=False, lineterminator="\n")
    with writing(store, 0):
        return publish(store, [facts], Account(demonstration, "earlier program", "tests"))
