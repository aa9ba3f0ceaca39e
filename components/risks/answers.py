"""Gather what answers each risk factor: mentors strong at it, measures and decisions naming it."""

from collections import Counter
from dataclasses import dataclass, replace

import pandas as pd

from components.base.load import keep, load, of_all
from components.base.mentors import mentors
from components.risks.choice import RisksView, answers_key
from components.risks.numbers import numbers, with_factor
from queries import mentoring, recommendations, roadmaps
from queries.methods import completion, coverage, factor_mentions, risk_answers
from queries.view import region_key


@dataclass(frozen=True)
class Answers:
    """What answers the factors of a place's schools on the day.

    factors: one row per factor, as the method counts; mentors: one row per school that may mentor
    and factor it is strong at, with its free places; measures, decisions: one row per text and
    factor that it names, measures with how many of those due at schools with the factor are done.
    told: whether any strength was declared, any map is in force, any decision was taken.
    """

    factors: pd.DataFrame
    mentors: pd.DataFrame
    measures: pd.DataFrame
    decisions: pd.DataFrame
    told: tuple[bool, bool, bool]


def answers(view: RisksView) -> Answers:
    """Gather what answers the factors of the view's schools."""
    return of_all(keep, _answers, answers_key(view))


def _answers(view: RisksView) -> Answers:
    n, region = numbers(view), region_key(view)
    found = with_factor(n)[["school_id", "risk_factor"]]
    every = n.factors[["risk_factor"]].merge(found, "left", "risk_factor")
    measures, decisions = _measures(view, found), _decisions(view)
    named = Counter([*measures["risk_factor"], *decisions["risk_factor"]])
    able, strengths = mentors(view), load(mentoring.strengths, region)
    return Answers(
        factors=risk_answers.answers(
            every,
            coverage.counting(load(mentoring.pairs, region), view.day),
            strengths,
            dict(zip(able["school_id"], able["free"], strict=True)),
            named,
        ),
        mentors=_mentors(able),
        measures=measures,
        decisions=decisions,
        told=(bool(len(strengths)), bool(len(_in_force(view))), bool(len(_taken(view)))),
    )


def _mentors(able: pd.DataFrame) -> pd.DataFrame:
    """One row per mentor and strength; those with most free places first."""
    columns = ["mentor_id", "name", "municipality", "capacity", "load", "free", "risk_factor"]
    rows = able.assign(risk_factor=able["strengths"]).explode("risk_factor")
    rows = rows[rows["risk_factor"].notna()][columns]
    return rows.sort_values("free", ascending=False, kind="stable", ignore_index=True)


def _in_force(view: RisksView) -> pd.DataFrame:
    """Measures of the region's road maps whose years have the year of the view."""
    found = load(roadmaps.measures, region_key(view))
    return found[found["first_year"].le(view.year) & found["last_year"].ge(view.year)]


def _measures(view: RisksView, found: pd.DataFrame) -> pd.DataFrame:
    """One row per measure in force and factor that it names: `done` of `due` at its schools."""
    named = _named(_in_force(view))
    judged = completion.judged(load(roadmaps.executions, region_key(view)), view.day)
    due = judged[judged["is_due"].astype(bool)][["measure_id", "school_id", "standing"]]
    due = due.assign(done=due["standing"].ne("late")).merge(found, on="school_id")
    per = due.groupby(["measure_id", "risk_factor"])["done"].agg(["size", "sum"])
    per = per.set_axis(["due", "done"], axis=1).reset_index()
    rows = named.merge(per, "left", ["measure_id", "risk_factor"])
    counted = rows[["due", "done"]].astype(float).fillna(0).astype(int)
    columns = ["risk_factor", "measure_id", "measure_no", "text_ru", "responsible", "road_map"]
    return rows[columns].join(counted)


def _taken(view: RisksView) -> pd.DataFrame:
    """Recommendations of the region's events that had begun by the day of the view."""
    found = load(recommendations.recommendations, region_key(view))
    return found[pd.to_datetime(found["start_date"]).le(pd.Timestamp(view.day))]


def _decisions(view: RisksView) -> pd.DataFrame:
    """One row per recommendation and factor that it names."""
    columns = ["risk_factor", "rec_id", "text_ru", "addressees", "event_ru", "event_en"]
    return _named(_taken(view))[columns].reset_index(drop=True)


def _named(texts: pd.DataFrame) -> pd.DataFrame:
    """One row per text and factor that it names."""
    codes = [factor_mentions.named_in(text) for text in texts["text_ru"]]
    rows = texts.assign(risk_factor=pd.Series(codes, index=texts.index, dtype=object))
    rows = rows.explode("risk_factor")
    return rows[rows["risk_factor"].notna()]


def of_factor(view: RisksView, factor: str) -> Answers:
    """Keep of the answers those to one factor."""
    found = answers(view)
    parts = {
        name: rows[rows["risk_factor"].eq(factor)].reset_index(drop=True)
        for name, rows in (
            ("factors", found.factors),
            ("mentors", found.mentors),
            ("measures", found.measures),
            ("decisions", found.decisions),
        )
    }
    return replace(found, **parts)
