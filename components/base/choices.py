"""Know what may be chosen and how it is called, from the current data version."""

import pandas as pd

from components.base.i18n import Words
from components.base.load import keep, load
from queries import lookups, region_rules
from queries.methods.comparison import Rules, rules_of
from queries.view import Choices, View

Names = dict[str, dict[str, str]]
"""Name by code, for the fields of a view whose values are rows of the store."""


def choices() -> Choices:
    """List regions, municipalities, years, cohorts and indicators that a link may name.

    Regions without any data are left out. The one with the most years of data comes first; of
    those with as many years, the one with more schools and published values.
    """
    return keep(_choices)


def names(language: str) -> Names:
    """Name regions, municipalities and indicators; the classifier's names are not translated."""
    return keep(_names, language)


def region_name(code: str, words: Words) -> str:
    """Name a region in the reader's language."""
    return names(words.language)["region"][code]


def municipality_name(oktmo: str, words: Words) -> str:
    """Name a municipality in short."""
    return names(words.language)["municipality"][oktmo]


def indicator(code: str) -> pd.Series:
    """Give the card of one shown indicator."""
    return keep(_cards).loc[code]


def rules(region: str) -> Rules:
    """Read the numbers that decide what may be said of a region."""
    return rules_of(keep(_settings, region))


def rule_numbers(region: str) -> pd.DataFrame:
    """Read by code the rules in force in a region: `value`, `usual` for all, names in words."""
    return keep(_rule_numbers, region)


def setting(code: str, region: str) -> float:
    """Read one number of the settings: the region's own, or the one for all."""
    return float(keep(_settings, region)[code])


def target(code: str, region: str) -> tuple[float, int]:
    """Give a region's target of an indicator: per cent, and the year by whose end it is due.

    Raises KeyError if neither the region nor a shipped fact names one; `has_target` tells.
    """
    row = keep(_targets, region).loc[code]
    return float(row["target"]), int(row["target_year"])


def has_target(code: str, region: str) -> bool:
    """Tell whether an indicator has a target in a region."""
    return code in keep(_targets, region).index


def _cards() -> pd.DataFrame:
    return load(lookups.indicators).set_index("code")


def _rule_numbers(region: str) -> pd.DataFrame:
    return load(region_rules.settings, View(region, 0, 0)).set_index("code")


def _settings(region: str) -> pd.Series:
    return _rule_numbers(region)["value"]


def _targets(region: str) -> pd.DataFrame:
    return load(region_rules.targets, View(region, 0, 0)).set_index("code")


def _choices() -> Choices:
    years = _by_region(load(lookups.years), "year")
    municipalities = load(lookups.municipalities)
    held = load(lookups.holdings).set_index("region")["held"]
    return Choices(
        regions=tuple(
            sorted(years, key=lambda code: (-len(years[code]), -held.get(code, 0), code))
        ),
        municipalities=dict(zip(municipalities["oktmo"], municipalities["region"], strict=True)),
        years=years,
        cohorts=_by_region(load(lookups.cohorts), "entry_year"),
        indicators=tuple(load(lookups.indicators)["code"]),
        terms=_terms(municipalities),
    )


def _terms(municipalities: pd.DataFrame) -> dict[str, tuple[int, int]]:
    """Give the years of municipalities that have begun or ended; open ends are year 0 and 9999."""
    years = municipalities.set_index("oktmo")[["first_year", "last_year"]].dropna(how="all")
    ends = years.fillna({"first_year": 0, "last_year": 9999}).astype(int)
    return {str(row.Index): (row.first_year, row.last_year) for row in ends.itertuples()}


def _names(language: str) -> Names:
    columns = {
        "region": (lookups.regions, "code", f"name_{language}"),
        "municipality": (lookups.municipalities, "oktmo", "short_name_ru"),
        "indicator": (lookups.indicators, "code", f"short_{language}"),
        "subject": (lookups.subjects, "code", f"name_{language}"),
        "mentor": (lookups.schools, "mentor_id", "name"),
    }
    return {
        field: dict(load(question).set_index(code)[name])
        for field, (question, code, name) in columns.items()
    }


def _by_region(rows: pd.DataFrame, column: str) -> dict[str, tuple[int, ...]]:
    return {
        str(region): tuple(int(value) for value in part[column])
        for region, part in rows.groupby("region")
    }
