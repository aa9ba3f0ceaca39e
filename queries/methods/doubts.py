"""Find marks of a road map that are worth a question: never a verdict, for each may be right.

Each function names one thing that real work seldom looks like, and keeps the rows that it is
about, so that whoever is asked can look.
"""

import re

import pandas as pd

from queries.methods.natural_order import by_numbers

DONE = ("proved", "unproved")


def closed_on_one_day(found: pd.DataFrame, keys: list[str], least: int) -> pd.DataFrame:
    """One row per school or place (`keys`) whose every measure done was done on one day.

    found: judged executions. Only where `least` of them or more were done, and they had been due
    on different days: what is due on one day may well be done on one. Columns: keys, done_date,
    amount (executions), dues (different due dates).
    """
    done = found[found["standing"].isin(DONE)]
    per = done.groupby(keys, as_index=False).agg(
        days=("done_date", "nunique"),
        done_date=("done_date", "first"),
        amount=("measure_id", "size"),
        dues=("due_date", "nunique"),
    )
    per = per[per["days"].eq(1) & per["amount"].ge(least) & per["dues"].gt(1)]
    order = ["amount", *keys]
    return per.drop(columns="days").sort_values(
        order, ascending=[False, *(True for _ in keys)], ignore_index=True
    )


def complete_without_help(found: pd.DataFrame, helped: pd.DataFrame, least: int) -> pd.DataFrame:
    """One row per school with all done of `least` or more due, in whose data there is no help.

    found: judged executions with `school`, `municipality`; helped: school_id, paired, trained,
    teachers. No help is no pair in force and no trained teacher; `trained` missing is not zero
    and is kept as it is, so that the question can say which.
    """
    due = found[found["is_due"].astype(bool)]
    keys = ["school_id", "school", "oktmo", "municipality"]
    per = due.groupby(keys, as_index=False).agg(
        due=("measure_id", "size"), late=("standing", lambda values: int(values.eq("late").sum()))
    )
    per = per[per["late"].eq(0) & per["due"].ge(least)].merge(helped, "left", "school_id")
    alone = ~per["paired"].eq(True) & ~pd.to_numeric(per["trained"]).gt(0)
    rows = per[alone].drop(columns="late")
    order = ["municipality", "school", "school_id"]
    return rows.sort_values(order, ignore_index=True, key=by_numbers)


def evidence_used_twice(proofs: pd.DataFrame) -> pd.DataFrame:
    """One row per document that stands as evidence of different measures or due dates.

    proofs: measure_id, school_id, oktmo, due_date, evidence. A document of many schools for one
    measure and date is an order for all of them, and no doubt. Spellings are compared as
    `normalised` gives them; `evidence` is the first spelling. Columns: evidence, uses (pairs of
    measure and date), measures, schools, executions; the most used first.
    """
    rows = proofs.assign(key=[normalised(text) for text in proofs["evidence"]])
    rows = rows[rows["key"].ne("")]
    use = rows["measure_id"].astype(str) + " " + rows["due_date"].astype(str)
    per = (
        rows.assign(use=use)
        .groupby("key", as_index=False)
        .agg(
            evidence=("evidence", "first"),
            uses=("use", "nunique"),
            measures=("measure_id", "nunique"),
            schools=("school_id", "nunique"),
            executions=("use", "size"),
        )
    )
    per = per[per["uses"].gt(1)]
    order = ["uses", "executions", "key"]
    ordered = per.sort_values(order, ascending=[False, False, True], ignore_index=True)
    return ordered.drop(columns="key")


def normalised(text: object) -> str:
    """Unify case, spaces, quotes, «ё» and the number sign: one document is spelt in several ways.

    >>> normalised("Приказ  №12 от 01.02.2022") == normalised("приказ N 12 от 01.02.2022")
    True
    """
    if not isinstance(text, str):
        return ""
    plain = re.sub(r"[«»\"“”„']", "", text.casefold().replace("ё", "е"))
    plain = re.sub(r"№|\bn(?=\s*\d)", " № ", plain)
    return " ".join(plain.split()).strip(" .;,")
