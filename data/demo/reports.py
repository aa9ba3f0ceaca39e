"""Decide which municipality answered for which subject and year, and drop what it did not say.

A municipality that did not answer has `reported` false and no rows of the subject; one that has
no row at all gave no data. Neither is ever one that a source names as having low-performing
schools, nor a large town: its silence would hollow out the totals of the region.
"""

from collections.abc import Mapping

import pandas as pd

from data.demo import tables
from data.demo.streams import Streams

ROSTOV_YEARS = {
    "status": (2017, 2018, 2019, 2020, 2021, 2022),
    "assessment": (2017, 2018, 2019, 2021, 2022),
    "mentorship": (2019, 2020, 2021, 2022),
    "road_map": (2021, 2022),
    "training": (2019, 2020, 2021, 2022),
}
ROSTOV_SILENT = {
    ("assessment", 2022): 2,
    ("mentorship", 2021): 3,
    ("mentorship", 2022): 2,
    ("road_map", 2021): 3,
    ("road_map", 2022): 2,
    ("training", 2021): 3,
    ("training", 2022): 2,
}
ROSTOV_WITHOUT_DATA = {("training", 2019): 9, ("training", 2020): 6, ("road_map", 2021): 4}
CHELYABINSK_YEARS = dict.fromkeys(("status", "assessment", "mentorship"), (2021, 2022))
CHELYABINSK_SILENT = 6
CHELYABINSK_WITHOUT_DATA = 4
# A source names nine low-performing schools there, not how many others: status is not reported.
SVERDLOVSK_YEARS = {
    "assessment": (2019, 2021, 2022),
    "road_map": (2020, 2021, 2022),
    "training": (2020, 2021, 2022),
}

Row = tuple[str, int, str, bool]
"""ОКТМО, year, subject and whether it was reported."""


def report_rows(municipalities: pd.DataFrame, streams: Streams) -> pd.DataFrame:
    """One row per municipality, year and subject asked for, as the table `municipal_report`."""
    named = sorted({f"{school_id.split('-')[0]}000" for school_id in tables.real_schools()})
    rows = [*_rostov(municipalities, streams), *_chelyabinsk(municipalities, streams)]
    rows += _asked(named, SVERDLOVSK_YEARS)
    frame = pd.DataFrame(rows, columns=["oktmo", "year", "subject", "reported"])
    return frame.sort_values(["oktmo", "year", "subject"], ignore_index=True)


def answered(rows: pd.DataFrame, oktmo: pd.Series, subject: str, report: pd.DataFrame) -> pd.Series:
    """Find the rows (with a column `year`) that their municipality has answered for."""
    yes = report[report["reported"] & (report["subject"] == subject)]
    known = pd.MultiIndex.from_frame(yes[["oktmo", "year"]])
    asked = pd.MultiIndex.from_arrays([oktmo.to_numpy(object), rows["year"].to_numpy()])
    return pd.Series(asked.isin(known), index=rows.index)


def chelyabinsk_without_data(municipalities: pd.DataFrame, streams: Streams) -> list[str]:
    """List the municipalities of Chelyabinsk region that have neither schools nor reports here."""
    return _chelyabinsk_drawn(municipalities, streams)[:CHELYABINSK_WITHOUT_DATA]


def _places(municipalities: pd.DataFrame, region: str) -> list[str]:
    return sorted(municipalities.loc[municipalities["region"] == region, "oktmo"])


def _asked(places: list[str], years: Mapping[str, tuple[int, ...]]) -> list[Row]:
    return [
        (oktmo, year, subject, True)
        for subject in years
        for year in years[subject]
        for oktmo in places
    ]


def _rostov(municipalities: pd.DataFrame, streams: Streams) -> list[Row]:
    asked = {row[:3]: True for row in _asked(_places(municipalities, "60"), ROSTOV_YEARS)}
    districts = municipalities[municipalities["kind"] == "district"]
    quiet = sorted({*_places(districts, "60")} - {*tables.named_municipalities()})
    rng = streams.of("reports", 60)
    for (subject, year), count in ROSTOV_SILENT.items():
        for oktmo in rng.choice(quiet, count, replace=False):
            asked[str(oktmo), year, subject] = False
    for (subject, year), count in ROSTOV_WITHOUT_DATA.items():
        talking = [oktmo for oktmo in quiet if asked[oktmo, year, subject]]
        for oktmo in rng.choice(talking, count, replace=False):
            del asked[str(oktmo), year, subject]
    return [(*key, reported) for key, reported in asked.items()]


def _chelyabinsk_drawn(municipalities: pd.DataFrame, streams: Streams) -> list[str]:
    """Municipalities without data first, then those that did not answer."""
    districts = municipalities[municipalities["kind"] == "district"]
    count = CHELYABINSK_WITHOUT_DATA + CHELYABINSK_SILENT
    rng = streams.of("reports", 75)
    return [str(oktmo) for oktmo in rng.choice(_places(districts, "75"), count, replace=False)]


def _chelyabinsk(municipalities: pd.DataFrame, streams: Streams) -> list[Row]:
    drawn = _chelyabinsk_drawn(municipalities, streams)
    absent, silent = drawn[:CHELYABINSK_WITHOUT_DATA], drawn[CHELYABINSK_WITHOUT_DATA:]
    places = [oktmo for oktmo in _places(municipalities, "75") if oktmo not in absent]
    return [
        (oktmo, year, subject, oktmo not in silent)
        for oktmo, year, subject, _ in _asked(places, CHELYABINSK_YEARS)
    ]
