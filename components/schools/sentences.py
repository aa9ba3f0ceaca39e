"""Say how many schools are listed, and how many of them the programme is about."""

import pandas as pd

from components.base.i18n import Words


def finding(counts: pd.Series, year: int, words: Words) -> str:
    """Count the schools; statuses that nobody told are not counted as none."""
    every = words("schools.count", n=int(counts["schools"]))
    if pd.isna(counts["low_performing"]):
        return f"{every}. {words('schools.unknown', year=year)}"
    listed, project = (int(counts[name]) for name in ("low_performing", "in_project"))
    parts = [words("schools.listed", n=listed)]
    if listed and not pd.isna(counts["mentored"]):
        parts.append(words("schools.mentored", n=int(counts["mentored"])))
    parts.append(words("schools.in_project", n=project))
    return f"{every}: {', '.join(parts)}"
