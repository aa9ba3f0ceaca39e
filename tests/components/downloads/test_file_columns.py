from datetime import date, datetime
from decimal import Decimal

import numpy as np
import pandas as pd
import pyarrow as pa
import pytest

from components.downloads.columns import FileColumn, cells


def read(values, kind):
    return cells(pd.DataFrame({"x": values}), FileColumn("x", "X", kind))


@pytest.mark.parametrize(
    ("values", "kind", "expected"),
    [
        (["1", None, np.nan, pd.NA], "text", ["1", None, None, None]),
        ([60.0, np.nan], "integer", [60, None]),
        (pd.array([60, None], dtype="Int64"), "integer", [60, None]),
        (pd.array([60, None], dtype=pd.ArrowDtype(pa.int64())), "integer", [60, None]),
        ([Decimal("31.25"), None], "decimal", [31.25, None]),
        ([0.1 + 0.2, -0.0], "decimal", [0.3, 0.0]),
        (pd.to_datetime(["2022-11-17", None]), "date", [date(2022, 11, 17), None]),
        ([date(2022, 11, 17), pd.NaT], "date", [date(2022, 11, 17), None]),
        ([datetime(2022, 11, 17, 9)], "date", [date(2022, 11, 17)]),
    ],
)
def test_missing_is_none_whatever_the_frame_calls_it(values, kind, expected):
    assert read(values, kind) == expected


def test_whole_numbers_come_out_whole():
    assert [type(cell) for cell in read([60.0, 61.0], "integer")] == [int, int]


@pytest.mark.parametrize(
    ("value", "kind"),
    [(2.5, "integer"), (float("inf"), "decimal"), ("много", "percent"), ("2022-11-17", "date")],
)
def test_a_column_of_another_kind_is_refused_by_name(value, kind):
    with pytest.raises(ValueError, match=f"'x' declared {kind}"):
        read([value], kind)


def test_a_per_cent_says_its_unit_once():
    assert FileColumn("x", "Доля", "percent").heading == "Доля, %"
    assert FileColumn("x", "Доля, % учеников", "percent").heading == "Доля, % учеников"
