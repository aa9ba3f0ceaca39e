"""Know the municipalities of every region by name: those of the facts, and what regions brought."""

from pathlib import Path

import pandas as pd
from sqlalchemy import select

from data import store
from data.errors import ReaderError
from data.intake.received.places import Place, Register, shipped
from data.schema import municipality


def of_store(folder: Path) -> Register:
    """Give the register of the current version; that of the facts if there is no store."""
    try:
        version = store.current(folder)
    except ReaderError as error:
        if error.code != "no_store":
            raise
        return shipped()
    return of_version(version)


def of_version(version: store.Version) -> Register:
    """Give the register of a version, whose rows go before facts; the shipped one if alike."""
    columns = [municipality.c[name] for name in Place._fields]
    rows = store.fetch_arrow(store.engine(version), select(*columns)).to_pandas()
    found = {place.oktmo: place for place in shipped().places}
    found |= {place.oktmo: place for place in Register(rows).places}
    places = tuple(found.values())
    return shipped() if places == shipped().places else Register(pd.DataFrame(places))
