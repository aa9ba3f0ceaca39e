"""Tell which pupils' results of a version are those of another, parted alike.

Numbers of pupils of one version give away nothing beside the current one if they are made of the
same results in the same blocks: they are then numbers that the current version gives itself.
"""

import hashlib
import json
from collections.abc import Mapping
from functools import lru_cache

from sqlalchemy import select

from data import store
from data.schema import result_block
from data.statements import Statement

TOGETHER = ("region", "procedure", "year", "measure")
"""What is parted into blocks by itself."""


@lru_cache(maxsize=8)
def digests(version: store.Version) -> Mapping[str, str]:
    """Give the SHA-256 of the results and blocks of each «60/vpr/2022/below» of a version."""
    rows = store.fetch_arrow(store.engine(version), results())
    found: dict[str, hashlib._Hash] = {}
    for row in rows.to_pylist():
        part = "/".join(str(row[key]) for key in TOGETHER)
        line = json.dumps(list(row.values()), ensure_ascii=False)
        found.setdefault(part, hashlib.sha256()).update(line.encode())
    return {part: digest.hexdigest() for part, digest in found.items()}


def results() -> Statement:
    """One row per result that can be compared and measure, with its keys and blocks."""
    columns = sorted(column.name for column in result_block.c)
    keys = sorted(column.name for column in result_block.primary_key)
    row = result_block.c
    return select(*(row[name] for name in columns)).order_by(*(row[name] for name in keys))


def same(then: Mapping[str, str], now: Mapping[str, str], region: str = "") -> bool:
    """Tell whether all results of then are results of now, of one region if it is named.

    Results that came later, of a year or procedure that was not there, change nothing.
    """
    asked = {
        part: digest for part, digest in then.items() if part.startswith(region and f"{region}/")
    }
    return all(now.get(part) == digest for part, digest in asked.items())
