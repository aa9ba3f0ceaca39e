"""A ZIP that leaves: the rows as CSV for Excel, what stands beside them, and «О данных» with them.

A CSV has no second sheet, so what says where its numbers come from is a file of its own here.
"""

import io
import zipfile
from collections.abc import Sequence

import pandas as pd

from components.downloads.columns import About, FileColumn, Sheet
from components.downloads.csv_files import about_csv, excel_csv

MADE = (1980, 1, 1, 0, 0, 0)
"""The moment on every file: the same rows give the same bytes."""


def zipped(
    frame: pd.DataFrame, columns: Sequence[FileColumn], about: About, beside: Sequence[Sheet] = ()
) -> bytes:
    """Write `data.csv`, a CSV per sheet beside it, and `about.csv`."""
    files = {"data.csv": excel_csv(frame, columns, about)}
    files |= {f"{one.name}.csv": excel_csv(one.rows, one.columns, about) for one in beside}
    files["about.csv"] = about_csv(about)
    sink = io.BytesIO()
    with zipfile.ZipFile(sink, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name, MADE), content, zipfile.ZIP_DEFLATED)
    return sink.getvalue()
