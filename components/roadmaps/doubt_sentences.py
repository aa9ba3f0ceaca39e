"""Ask about what is odd in the marks of a road map: a question each, for each may be right."""

import pandas as pd

from components.base.i18n import Words


def one_day(row: dict, words: Words) -> str:
    """Ask about a school or a place that closed measures of different dates on one day."""
    return words(
        "roadmaps.ask_one_day",
        n=int(row["amount"]),
        who=row["who"],
        day=words.short_day(pd.Timestamp(row["done_date"]).date()),
        dues=words.number(row["dues"]),
    )


def without_help(row: dict, words: Words) -> str:
    """Ask about a school with all done in whose data there is no pair and nobody trained."""
    if pd.isna(row["trained"]):
        taught = words("roadmaps.training_unknown")
    else:
        taught = words("roadmaps.nobody_trained", n=int(row["teachers"]))
    return words("roadmaps.ask_help", n=int(row["due"]), who=row["who"], taught=taught)


def twice(row: dict, words: Words) -> str:
    """Ask about a document that stands at different measures or due dates."""
    return words(
        "roadmaps.ask_twice",
        n=int(row["uses"]),
        document=row["evidence"],
        schools=words("roadmaps.of_schools", n=int(row["schools"])),
    )
