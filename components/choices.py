"""Know what may be chosen and how it is called, from the current data version."""

import pandas as pd

from components.i18n import Words
from components.load import load
from queries import lookups
from queries.methods.comparison import Rules
from queries.view import Choices


def choices() -> Choices:
    """List regions, municipalities, years, cohorts and indicators that a link may name.

    Regions come in the order of how much they have: the one with the most years of data first.
    """
    years = _by_region(load(lookups.years), "year")
    cohorts = _by_region(load(lookups.cohorts), "entry_year")
    municipalities = load(lookups.municipalities)
    regions = sorted(load(lookups.regions)["code"], key=lambda code: -len(years.get(code, ())))
    return Choices(
        regions=tuple(code for code in regions if code in years),
        municipalities=dict(zip(municipalities["oktmo"], municipalities["region"], strict=True)),
        years=years,
        cohorts=cohorts,
        indicators=tuple(load(lookups.indicators)["code"]),
    )


def region_name(code: str, words: Words) -> str:
    """Name a region in the reader's language."""
    return words.pick(load(lookups.regions).set_index("code").loc[code], "name")


def municipality_name(oktmo: str) -> str:
    """Name a municipality in short; names of the classifier are not translated."""
    return str(load(lookups.municipalities).set_index("oktmo").loc[oktmo, "short_name_ru"])


def indicator(code: str) -> pd.Series:
    """Give the card of one shown indicator."""
    return load(lookups.indicators).set_index("code").loc[code]


def rules() -> Rules:
    """Read the numbers that decide what may be said from the settings of this version."""
    value = load(lookups.settings).set_index("code")["value"]
    return Rules(value["minimum_group"], value["small_group"], value["confidence"] / 100)


def _by_region(rows: pd.DataFrame, column: str) -> dict[str, tuple[int, ...]]:
    return {
        str(region): tuple(int(value) for value in part[column])
        for region, part in rows.groupby("region")
    }


def setting(code: str) -> float:
    """Read one number of the settings of this version."""
    return float(load(lookups.settings).set_index("code").at[code, "value"])


def target(code: str) -> tuple[float, int]:
    """Give the target of a shown indicator: per cent, and the year by whose end it is due."""
    card = indicator(code)
    return float(card["target"]), int(card["target_year"])
