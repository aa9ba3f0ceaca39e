"""Ask about published values that may not be per cent: parts of one, counts.

Which file or form they came in makes no difference: what is looked at are the rows that were read.
"""

from collections.abc import Iterator

import pandas as pd

from data.errors import ACKNOWLEDGE, Problem
from data.intake.declared.reading import ReadFile
from data.intake.spelling.vocabulary import labels
from data.schema import indicator_value

_WHOLE = 100


def asked(file: ReadFile) -> list[Problem]:
    """Ask once for each column of a sheet, or each indicator of a declared one.

    Empty for another table; what is no number the checks will name.
    """
    if file.table is not indicator_value or not _has_doubtful(file):
        return []
    values = file.rows.select(["indicator", "value"]).to_pandas()
    values["number"] = pd.to_numeric(values["value"], errors="coerce")
    values["heading"] = file.headings.get("value", "value")
    return [
        problem
        for _, group in values.dropna().groupby(["heading", "indicator"], sort=False)
        for problem in _of_column(file, group)
    ]


def _has_doubtful(file: ReadFile) -> bool:
    """Look at the different values alone, which are few however long the table is."""
    texts = file.coded("value").dictionary.to_pandas()
    numbers = pd.to_numeric(texts, errors="coerce")
    return bool((numbers.between(0, 1, inclusive="neither") | (numbers > _WHOLE)).any())


def _of_column(file: ReadFile, values: pd.DataFrame) -> Iterator[Problem]:
    """Ask about parts of one where half of the values or more are at most 1: one may be above."""
    number = values["number"]
    parts = number[number.gt(0) & number.lt(1)]
    if len(parts) and 2 * number.between(0, 1).sum() >= len(number):
        yield _asked(file, values.loc[parts.index[0]], "parts_of_one", "")
    above = number[number > _WHOLE]
    # Of an indicator that a region defines, its unit tells whether there may be more.
    own = values["indicator"].iloc[0] not in labels(indicator_value.c.indicator)
    if len(above) and not own:
        yield _asked(file, values.loc[above.index[0]], "above_hundred", str(len(above)))


def _asked(file: ReadFile, value: pd.Series, rule: str, expected: str) -> Problem:
    row = file.row_of(int(str(value.name)))
    return Problem(rule, row, value["heading"], value["value"], expected, ACKNOWLEDGE)
