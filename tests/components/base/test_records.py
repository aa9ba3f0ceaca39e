"""Records are those of pandas, value for value and type for type."""

import numpy as np
import pandas as pd

from components.base.records import records


def test_records_are_those_of_pandas():
    rows = pd.DataFrame(
        {
            "text": ["а", None, "в"],
            "whole": [1, 2, 3],
            "number": [1.5, np.nan, 2.0],
            "flag": [True, False, True],
            "mixed": [1, "а", None],
            "day": pd.to_datetime(["2021-09-01"] * 3),
        }
    )
    ours, theirs = records(rows), rows.to_dict("records")
    assert repr(ours) == repr(theirs)
    for one, other in zip(ours, theirs, strict=True):
        assert list(map(type, one.values())) == list(map(type, other.values()))


def test_no_rows_give_no_records():
    assert records(pd.DataFrame({"text": pd.Series(dtype=str)})) == []
