"""Find what is most like a school or a municipality, in words, and who of them does better."""

from dataclasses import dataclass

import pandas as pd

from components.base.choices import rules, setting
from components.base.i18n import Words
from components.base.likeness_words import place_said, school_said, shares_said, weighed
from components.base.load import keep, load, of_all
from components.base.pupils import visible
from queries import cohorts, lookups, mentoring
from queries import likeness as questions
from queries.methods.doing_better import fewer_below, more_done
from queries.methods.likeness import Nearest, Scaled, Variable, nearest, scaled
from queries.methods.likeness import places as of_places
from queries.view import View

OF_SCHOOLS = (
    ("locality", "word"),
    ("size", "size"),
    ("adverse", "word"),
    ("risks", "codes"),
    ("place", "word"),
)
OF_PLACES = (
    ("place_kind", "word"),
    ("place_schools", "size"),
    ("place_rural", "amount"),
    ("place_pupils", "size"),
    ("place_adverse", "amount"),
)
"""Variables of schools and of municipalities with their kinds; settings have the weights.

No results: who does better would then be found among those that were chosen by the same number.
"""

BySchool = dict[str, tuple[float, float]]

FULL_COUNTS = {"measures": ("done", "due"), "trained": ("trained", "teachers")}
COLUMNS = (
    ("name", "text"),
    ("municipality", "text"),
    ("said", "text"),
    ("better", "text"),
    ("distance", "decimal"),
)
"""Of a table of similar schools; titles are the texts of the section `likeness`."""


@dataclass(frozen=True)
class Similar:
    """What is most like the one asked about, nearest first, or by a code why there is nothing.

    rows: of schools school_id, oktmo, name, municipality, distance, known, said, better; of
    municipalities oktmo, name, distance, known, said. compared: the variables compared, each with
    its weight; missing: those not known of the one asked about; tied: how many as near are left
    out; own: the variables of the one asked about in words. refused: a code of `Nearest`.
    """

    rows: pd.DataFrame
    compared: tuple[str, ...]
    missing: tuple[str, ...]
    tied: int
    own: str
    refused: str


def schools(view: View, school_id: str) -> Similar:
    """Find the schools of the region that are most like one, of those that the reader may see.

    Likeness is worked out among all of them; place, cohort and kind of the view do not matter.
    """
    return of_all(keep, _schools, _key(view), school_id)


def municipalities(view: View, oktmo: str) -> Similar:
    """Find the municipalities of the region that are most like one."""
    return of_all(keep, _municipalities, _key(view), oktmo)


def _key(view: View) -> View:
    return View(view.region, view.year, view.year, language=view.language)


def _schools(view: View, school_id: str) -> Similar:
    units = _context(view)
    found = nearest(
        keep(_scaled, _key(view)), school_id, int(setting("similar_schools", view.region))
    )
    words, factors = Words(view.language), _factors(view.language)
    told = units.loc[list(found.rows["unit"])].reset_index()
    others = told.to_dict("records")
    own = {**units.loc[school_id], "school_id": school_id} if school_id in units.index else None
    rows = told[["school_id", "oktmo", "name", "municipality"]].assign(
        distance=found.rows["distance"],
        known=found.rows["known"],
        said=[school_said(each, factors, words) for each in others],
        better=[_better(view, own, each, words) for each in others],
    )
    itself = "" if own is None else school_said(own, factors, words)
    return _similar(found, rows, itself, OF_SCHOOLS, words, view.region)


def _municipalities(view: View, oktmo: str) -> Similar:
    kinds = load(lookups.municipalities).set_index("oktmo")
    units = of_places(_context(view).reset_index(), kinds["kind"]).add_prefix("place_")
    found = nearest(
        scaled(units, _declared(OF_PLACES, view.region)),
        oktmo,
        int(setting("similar_places", view.region)),
    )
    words = Words(view.language)
    told = units.loc[list(found.rows["unit"])].reset_index()
    rows = told[["oktmo"]].assign(
        name=told["oktmo"].map(kinds["short_name_ru"]),
        distance=found.rows["distance"],
        known=found.rows["known"],
        said=[place_said(row, words) for row in told.to_dict("records")],
    )
    own = place_said(units.loc[oktmo].to_dict(), words) if oktmo in units.index else ""
    return _similar(found, rows, own, OF_PLACES, words, view.region)


def _similar(
    found: Nearest,
    rows: pd.DataFrame,
    own: str,
    declared: tuple[tuple[str, str], ...],
    words: Words,
    region: str,
) -> Similar:
    """Name the variables with their weights, in the order in which they are declared."""
    compared, missing = (
        tuple(
            weighed(name, int(setting(f"likeness_{name}", region)), words)
            for name, _ in declared
            if name in which
        )
        for which in (found.compared, found.missing)
    )
    return Similar(rows, compared, missing, found.tied, own, found.refused)


def _declared(declared: tuple[tuple[str, str], ...], region: str) -> tuple[Variable, ...]:
    return tuple(
        Variable(name, kind, setting(f"likeness_{name}", region))  # type: ignore[arg-type]
        for name, kind in declared
    )


def _context(view: View) -> pd.DataFrame:
    """One row per school of the region by its number: its variables and its full counts."""
    return keep(_read, View(view.region, view.year, view.year))


def _scaled(view: View) -> Scaled:
    return scaled(_context(view), _declared(OF_SCHOOLS, view.region))


def _read(view: View) -> pd.DataFrame:
    rows = load(questions.schools, view).set_index("school_id")
    profiles = load(mentoring.risks, view).groupby("school_id")["risk_factor"].agg(frozenset)
    adverse = {True: "adverse", False: "plain"}
    return rows.assign(
        size=rows["pupils"],
        adverse=[
            adverse[bool(each)] if pd.notna(each) else None for each in rows["adverse_conditions"]
        ],
        risks=profiles.reindex(rows.index),
        place=rows["kind"],
    )


def _factors(language: str) -> dict[str, str]:
    rows = load(lookups.risk_factors)
    return dict(zip(rows["code"], rows[f"name_{language}"], strict=True))


def _better(view: View, own: dict | None, other: dict, words: Words) -> str:
    """Say in what a school does better than the one asked about: full counts, and shown shares."""
    if own is None:
        return ""
    said = []
    for name, (part, whole) in FULL_COUNTS.items():
        here, there = (own[part], own[whole]), (other[part], other[whole])
        if more_done(here, there):
            said.append(shares_said(words(f"likeness.better_{name}"), here, there, words))
    for name, (below, subjects) in _below(view).items():
        if own["school_id"] not in below or other["school_id"] not in below:
            continue
        here, there = below[own["school_id"]], below[other["school_id"]]
        if fewer_below(here, there, subjects, rules(view.region).confidence):
            said.append(shares_said(name, here, there, words, percent=True))
    return "; ".join(said)


def _below(view: View) -> dict[str, tuple[BySchool, int]]:
    """Give by the name of an indicator the shown results of schools in the year, and its subjects.

    Of each school the results below and all results.
    """
    found: dict[str, tuple[BySchool, int]] = keep(_read_below, view)
    return found


def _read_below(view: View) -> dict[str, tuple[BySchool, int]]:
    cards, subjects = load(lookups.indicators), load(cohorts.subjects)
    here = subjects[subjects["region"].eq(view.region)]
    found = {}
    for card in cards[cards["kind"].eq("pupil_rate")].to_dict("records"):
        rows = load(
            cohorts.of_schools, View(view.region, view.year, view.year, indicator=card["code"])
        )
        rows = rows[rows["year"].eq(view.year) & visible(rows["shown"])]
        name = str(card[f"short_{view.language}"])
        amount = int(here["procedure"].eq(card["procedure"]).sum())
        results = zip(rows["below"].tolist(), rows["participants"].tolist(), strict=True)
        found[name] = (dict(zip(rows["school_id"].tolist(), results, strict=True)), amount)
    return found
