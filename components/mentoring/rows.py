"""Make the rows of each table of the page: what stands on the page stands in its files."""

import pandas as pd

from components.base.choices import names
from components.base.i18n import Words
from components.base.load import load, of_all
from components.mentoring.choice import MentoringView
from components.mentoring.numbers import Numbers, numbers, risks
from components.shell.tables import Columns
from queries import lookups, mentoring
from queries.methods import coverage
from queries.methods.natural_order import by_numbers
from queries.view import NEVER, region_key

GAP: Columns = (
    ("name", "school"),
    ("municipality", "text"),
    ("years_listed", "integer"),
    ("risks", "text"),
    ("road_map", "text"),
    ("why", "text"),
    ("next", "text"),
)
PLACES: Columns = (
    ("municipality", "text"),
    ("covered", "integer"),
    ("schools", "integer"),
    ("not_entitled", "integer"),
    ("ended", "integer"),
    ("never", "integer"),
)
COHORTS: Columns = (("cohort", "text"), *PLACES[1:])
FORMS: Columns = (("form", "text"), ("pairs", "integer"), ("schools", "integer"))
MONTHS: Columns = (("month", "text"), ("covered", "integer"), ("schools", "integer"))
MARKS: Columns = (
    ("municipality", "text"),
    ("year", "year"),
    ("degree_word", "text"),
    ("ground", "text"),
)


def gap(view: MentoringView) -> pd.DataFrame:
    """One row per school without a pair that counts: why, its state, and the next step."""
    words, n = Words(view.language), numbers(view)
    found = n.schools[n.schools["standing"].ne("covered")]
    profiles, factor = risks(view), factors(view.language)
    told = [risk_words(profiles.get(school, ()), factor, words) for school in found["school_id"]]
    rows = found.assign(
        risks=told,
        road_map=[_road_map(row, words) for row in found.to_dict("records")],
        why=[words(f"mentoring.why_{standing}") for standing in found["standing"]],
        next=[
            words(f"mentoring.next_{_next(standing, bool(risk))}")
            for standing, risk in zip(found["standing"], told, strict=True)
        ],
    )
    order, up = ["years_listed", "municipality", "name", "school_id"], [False, True, True, True]
    return rows.sort_values(order, ascending=up, ignore_index=True, key=by_numbers)


def risk_words(profile: tuple, factor: dict[str, str], words: Words) -> str:
    """Name the risk factors of a school, each with its level; empty without a profile."""
    return "; ".join(
        words("mentoring.risk", name=factor[code], level=words(f"mentoring.level_{level}"))
        for code, level in profile
        if level != "low" or len(profile) == 1
    )


def factors(language: str) -> dict[str, str]:
    """Name each risk factor."""
    rows = load(lookups.risk_factors)
    return dict(zip(rows["code"], rows[f"name_{language}"], strict=True))


def _next(standing: str, known_risks: bool) -> str:
    """Choose the next step: mend the pair there is, or know the risks, or look for a mentor."""
    if standing in ("not_entitled", "ended"):
        return standing
    return "propose" if known_risks else "profile"


def _road_map(row: dict, words: Words) -> str:
    if row["due"] != row["due"]:
        return "—"
    said = words("cell.of", part=words.number(row["done"]), total=words.number(row["due"]))
    late = int(row["due"] - row["done"])
    return f"{said}, {words('mentoring.late_steps', n=late)}" if late else said


def places(view: MentoringView) -> pd.DataFrame:
    """One row per municipality with schools to be mentored, most uncovered first."""
    return of_all(_places, view)


def _places(view: MentoringView) -> pd.DataFrame:
    found = coverage.by_group(numbers(view).schools, "oktmo")
    return found.assign(municipality=found["oktmo"].map(names(view.language)["municipality"]))


def cohorts(view: MentoringView) -> pd.DataFrame:
    """One row per year of first entry into the project; schools that never entered apart."""
    return of_all(_cohorts, view)


def _cohorts(view: MentoringView) -> pd.DataFrame:
    words, schools = Words(view.language), numbers(view).schools
    entered = schools.assign(entry_year=schools["entry_year"].fillna(NEVER).astype(int))
    found = coverage.by_group(entered, "entry_year").sort_values("entry_year", ignore_index=True)
    named = [str(year) if year else words("mentoring.not_in_project") for year in found.entry_year]
    return found.assign(cohort=named)


def forms(view: MentoringView) -> pd.DataFrame:
    """One row per mentoring form: pairs that count, schools covered by it."""
    return of_all(_forms, view)


def _forms(view: MentoringView) -> pd.DataFrame:
    words, n = Words(view.language), numbers(view)
    found = coverage.by_form(n.schools, n.pairs, n.day)
    return found.assign(form=[words(f"form.{form}") for form in found["form"]])


def months(view: MentoringView) -> pd.DataFrame:
    """One row per month shown: schools covered at its end, of the list of the year."""
    words, n = Words(view.language), numbers(view)
    days = [day.date() for day in n.monthly.index]
    return pd.DataFrame(
        {
            "month": [words.month(day) for day in days],
            "covered": n.monthly.to_numpy(),
            "schools": n.listed,
        }
    )


def local(n: Numbers) -> pd.DataFrame:
    """Keep the counting pairs of the schools of the view."""
    return n.held[n.held["mentee_id"].isin(n.schools["school_id"])]


def marks(view: MentoringView) -> pd.DataFrame:
    """One row per municipality and year judged, the year of the view first."""
    words, found = Words(view.language), load(mentoring.marks, region_key(view))
    if view.municipality:
        found = found[found["oktmo"].eq(view.municipality)]
    degree = [words(f"mentoring.degree_{code}") for code in found["degree"]]
    order = ["year", "municipality"]
    rows = found.assign(degree_word=degree)
    return rows.sort_values(order, ascending=[False, True], ignore_index=True)
