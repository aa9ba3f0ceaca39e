"""Leave out new schools that another file of the same bringing has named already.

Lists without codes name the same schools year after year, and each file gives them the same codes.
"""

from collections.abc import Sequence
from dataclasses import replace

import pyarrow as pa
import pyarrow.compute as pc

from data.intake.declared.reading import ReadFile
from data.schema import school


def named_once(files: Sequence[ReadFile]) -> list[ReadFile]:
    """Give the files with each new school in the first that names it, or in a list with codes.

    Only rows that a recipe has made of names give way: a list that says a code twice stays as it
    is, for its check to find.
    """
    lists = [file for file in files if file.table is school and not _is_made(file)]
    seen = {code for file in lists for code in file.rows["school_id"].to_pylist()}
    found = []
    for file in files:
        if _is_made(file):
            codes = file.rows["school_id"].to_pylist()
            found += _only(file, [code not in seen for code in codes])
            seen |= set(codes)
        else:
            found.append(file)
    return found


def _is_made(file: ReadFile) -> bool:
    """Tell whether rows of schools were made of the names in a list of something else."""
    return file.table is school and bool(file.headings)


def _only(file: ReadFile, kept: list[bool]) -> list[ReadFile]:
    """Give the file with some of its rows; no file without any."""
    mask = pa.array(kept, pa.bool_())
    some = replace(
        file,
        rows=file.rows.filter(mask),
        places=None if file.places is None else pc.filter(file.places, mask),
        headings={
            name: [said for said, stays in zip(each, kept, strict=True) if stays]
            for name, each in file.headings.items()
        },
    )
    return [some] if any(kept) else []
