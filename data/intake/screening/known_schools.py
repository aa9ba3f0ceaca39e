"""List the schools that have codes already, for lists that name schools without them."""

from pathlib import Path

from sqlalchemy import select

from data import store
from data.errors import ReaderError
from data.intake.received.school_names import KnownSchool
from data.schema import school


def of_store(folder: Path) -> tuple[KnownSchool, ...]:
    """Give the schools of the current version, without invented ones; none if there is no store."""
    try:
        version = store.current(folder)
    except ReaderError as error:
        if error.code != "no_store":
            raise
        return ()
    columns = school.c
    found = store.fetch_arrow(
        store.engine(version),
        select(columns.school_id, columns.oktmo, columns.name)
        .where(columns.basis == "real")
        .order_by(columns.school_id),
    )
    return tuple(KnownSchool(**row) for row in found.to_pylist())
