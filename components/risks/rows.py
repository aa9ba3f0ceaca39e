"""Make the rows of each table of the page: what stands on the page stands in its files."""

import pandas as pd

from components.base.choices import setting
from components.base.i18n import Words
from components.base.load import of_all
from components.heatmap.cell_texts import count
from components.risks import sentences
from components.risks.answers import answers, of_factor
from components.risks.choice import RisksView
from components.risks.numbers import factor_names, numbers
from components.shell.tables import Columns
from queries.methods.risk_profiles import ABSENT, CHANGES, LEVELS, NONE, UNKNOWN

FACTORS: Columns = (
    ("factor", "text"),
    ("found_of", "text"),
    *((name, "integer") for name in LEVELS),
    *((name, "integer") for name in CHANGES),
)
FACTORS_FILE: Columns = (
    ("factor", "text"),
    ("risk_factor", "text"),
    ("found", "integer"),
    ("surveyed", "integer"),
    *FACTORS[2:],
)
PLACES: Columns = (
    ("municipality", "text"),
    ("surveyed_of", "text"),
    ("high", "integer"),
    ("frequent", "text"),
)
PLACES_FILE: Columns = (
    ("municipality", "text"),
    ("surveyed", "integer"),
    ("asked", "integer"),
    *PLACES[2:],
)
PROFILES: Columns = (
    ("name", "school"),
    ("school_id", "text"),
    ("municipality", "text"),
    ("factor", "text"),
    ("level_said", "text"),
    ("was_said", "text"),
    ("change_said", "text"),
)
ANSWERS: Columns = (
    ("factor", "text"),
    ("schools", "integer"),
    ("helped", "integer"),
    ("strong", "integer"),
    ("places", "integer"),
    ("missing", "integer"),
    ("measures", "integer"),
    ("decisions", "integer"),
    ("answer_said", "text"),
)
MENTORS: Columns = (
    ("name", "mentor"),
    ("municipality", "text"),
    ("load", "integer"),
    ("capacity", "integer"),
    ("free", "integer"),
)
MEASURES: Columns = (
    ("text_ru", "text"),
    ("measure_no", "text"),
    ("responsible", "text"),
    ("done_of", "text"),
)
DECISIONS: Columns = (
    ("text_ru", "text"),
    ("rec_id", "text"),
    ("event_said", "text"),
    ("addressees", "text"),
)


def factors(view: RisksView) -> pd.DataFrame:
    """One row per risk factor, the most frequent first: schools by level and by change."""
    return of_all(_factors, view)


def _factors(view: RisksView) -> pd.DataFrame:
    words, names, found = Words(view.language), factor_names(view.language), numbers(view).factors
    changed = found[list(CHANGES)] if view.stage_before else found[list(CHANGES)] * float("nan")
    return found.assign(
        **changed,
        factor=found["risk_factor"].map(names),
        found_of=[count(row.found, row.surveyed, words) for row in found.itertuples()],
    )


def places(view: RisksView) -> pd.DataFrame:
    """One row per municipality with schools that are asked, by name: its most frequent factors."""
    return of_all(_places, view)


def _places(view: RisksView) -> pd.DataFrame:
    words, names, found = Words(view.language), factor_names(view.language), numbers(view).places
    small = int(setting("small_group", view.region))
    told = found.to_dict("records")
    return found.assign(
        surveyed_of=[_surveyed(row, small, words) for row in told],
        frequent=[_frequent(row, names, words) for row in told],
    )


def _surveyed(row: dict, small: int, words: Words) -> str:
    """Say of how many schools there is a profile; of a few, that they are a small group."""
    said = count(row["surveyed"], row["asked"], words)
    return f"{said} · {words('cell.small')}" if 0 < row["surveyed"] < small else said


def _frequent(row: dict, names: dict[str, str], words: Words) -> str:
    """Name the factors found most often, with their schools; states of nothing apart."""
    if not row["surveyed"]:
        return words("risks.not_surveyed")
    if not row["most"]:
        return words("risks.no_factor")
    of = count(row["most"], row["surveyed"], words)
    shown = row["factors"][: sentences.MOST]
    left = len(row["factors"]) - len(shown)
    more = [words("risks.more_factors", n=left)] if left else []
    return f"{of}: {'; '.join([*(names[code] for code in shown), *more])}"


def profiles(view: RisksView) -> pd.DataFrame:
    """One row per school and factor that it has at either stage; a school without a profile one."""
    words, names, n = Words(view.language), factor_names(view.language), numbers(view)
    cells = n.cells[n.cells["risk_factor"].eq(view.factor)] if view.factor else n.cells
    known = cells[cells["level"].isin(LEVELS) | cells["was"].isin(LEVELS)]
    silent = n.schools[n.schools["asked"] & ~n.schools["surveyed"]]
    silent = silent[~silent["school_id"].isin(known["school_id"])]
    nothing = pd.DataFrame({"school_id": silent["school_id"], "level": UNKNOWN, "was": UNKNOWN})
    rows = pd.concat([known, nothing.assign(risk_factor=None, change=ABSENT)], ignore_index=True)
    rows = n.schools.merge(rows, on="school_id")
    told = rows.to_dict("records")
    return rows.assign(
        factor=[names.get(row["risk_factor"], "—") for row in told],
        level_said=[_state(row["level"], words) for row in told],
        was_said=[_state(row["was"], words) if view.stage_before else "" for row in told],
        change_said=[sentences.change(row, words) if view.stage_before else "" for row in told],
    )


def _state(code: str, words: Words) -> str:
    if code == NONE:
        return words("risks.not_found")
    return words("risks.not_surveyed") if code == UNKNOWN else sentences.level(code, words)


def answered(view: RisksView) -> pd.DataFrame:
    """One row per factor, the most frequent first: its schools and what answers it."""
    return of_all(_answered, view)


def _answered(view: RisksView) -> pd.DataFrame:
    words, names, found = Words(view.language), factor_names(view.language), answers(view)
    rows = found.factors
    texts = {
        name: part["risk_factor"].value_counts()
        for name, part in (("measures", found.measures), ("decisions", found.decisions))
    }
    of_mentors, of_measures, of_decisions = (1 if told else float("nan") for told in found.told)
    counted = {name: rows["risk_factor"].map(each).fillna(0) for name, each in texts.items()}
    told = ["strong", "places", "helped", "missing"]
    return rows.assign(
        **(rows[told] * of_mentors),
        factor=rows["risk_factor"].map(names),
        measures=counted["measures"] * of_measures,
        decisions=counted["decisions"] * of_decisions,
        answer_said=[words(f"risks.answer_{code}") for code in rows["answer"]],
    )


def able(view: RisksView) -> pd.DataFrame:
    """One row per school that may mentor and is strong at the factor of the view."""
    return of_factor(view, view.factor).mentors


def measures(view: RisksView) -> pd.DataFrame:
    """One row per measure in force that names the factor: done of due at schools that have it."""
    words, found = Words(view.language), of_factor(view, view.factor).measures
    done = [count(row.done, row.due, words) if row.due else "—" for row in found.itertuples()]
    return found.assign(done_of=done)


def decisions(view: RisksView) -> pd.DataFrame:
    """One row per decision that names the factor, with the event that took it."""
    words, found = Words(view.language), of_factor(view, view.factor).decisions
    return found.assign(event_said=[words.pick(row, "event") for row in found.to_dict("records")])
