"""Write the card of one school in words and small tables, the same for screen and paper."""

from collections.abc import Callable
from dataclasses import dataclass

import pandas as pd

from components.base.i18n import Words
from components.base.load import keep
from components.base.pupils import seen
from components.school.choice import SchoolView
from components.school.decisions import decisions
from components.school.events import events
from components.school.facts import Facts, facts
from components.school.risks import risks
from components.school.section import Section, table
from components.school.similar import similar

FLAGS = ("low_performing", "adverse_conditions", "resilient", "in_project")
LEFT = 4
"""Parts in the left one of two columns."""


@dataclass(frozen=True)
class Card:
    """One school on its day: its name, where it is and of what kind, and the parts."""

    school_id: str
    name: str
    place: str
    sections: tuple[Section, ...]


def card(view: SchoolView) -> Card:
    """Write the card of the view's school on the view's day."""
    return keep(_card, view)


def _card(view: SchoolView) -> Card:
    words, known = Words(view.language), facts(view)
    school = known.named[view.school]
    pupils = [] if pd.isna(school["pupils"]) else [words("school.pupils", n=int(school["pupils"]))]
    place = [school["municipality"], words(f"school.locality_{school['locality']}"), *pupils]
    sections = tuple(write(view, known, words) for write in SECTIONS)
    return Card(view.school, school["name"], " · ".join(place), sections)


def _listed(view: SchoolView, known: Facts, words: Words) -> Section:
    rows = [row for row in known.statuses.get(view.school, []) if row["year"] <= view.year]
    title = words("school.title_listed")
    if not rows:
        return Section(title, words("school.no_status"))
    years = [str(row["year"]) for row in rows if row["low_performing"]]
    said = (
        words("school.listed", n=len(years), of=len(rows), years=", ".join(years))
        if years
        else words("school.never_listed", n=len(rows))
    )
    head = (words("school.year"), *(words(f"school.flag_{flag}") for flag in FLAGS))
    lines = [
        (str(row["year"]), *("●" if row[flag] else "○" for flag in FLAGS)) for row in rows[::-1]
    ]
    return table(said, title, head, lines, words)


def _results(view: SchoolView, known: Facts, words: Words) -> Section:
    title = words("school.title_results")
    if seen() != "all":
        return Section(title, words("school.results_hidden"))
    rows = known.results.get(view.school, [])
    if not rows:
        return Section(title, words("school.no_results"))
    reasons = known.reasons.get(view.school, [])
    said = (
        words("school.reasons", said="; ".join(reasons[:3]))
        if reasons
        else words("school.no_reasons")
    )
    if view.school in known.luck:
        said += " " + words("school.luck", said=known.luck[view.school])
    head = tuple(words(f"school.column_{name}") for name in ("work", "said", "own", "others"))
    order = sorted(rows, key=lambda row: (-row["year"], row["procedure"]))
    lines = [
        (
            f"{words('procedure.' + row['procedure'])} {row['year']}",
            words(f"school.results_{_verdict(row)}"),
            f"{words.percent(100 * row['share'], 0)} ({row['participants']})",
            "—" if pd.isna(row["others"]) else words.percent(100 * row["others"], 0),
        )
        for row in order
    ]
    return table(said, title, head, lines, words)


def _verdict(row: dict) -> str:
    """Compare a school with the others of its kind; only what its own interval shows is said."""
    if pd.isna(row["others"]):
        return "alone"
    if row["low"] > row["others"]:
        return "worse"
    return "better" if row["high"] < row["others"] else "same"


def _mentors(view: SchoolView, known: Facts, words: Words) -> Section:
    pairs, title = known.pairs.get(view.school, []), words("school.title_mentors")
    if not pairs:
        return Section(title, words("school.no_mentor", day=words.short_day(view.day)))
    head = tuple(words(f"school.column_{name}") for name in ("mentor", "place", "since", "leads"))
    lines = [
        (
            pair["mentor"],
            pair["mentor_municipality"],
            words.short_day(pd.Timestamp(pair["start_date"]).date()),
            str(known.loads.get(pair["mentor_id"], 0)),
        )
        for pair in pairs
    ]
    said = words("school.mentored", n=len(pairs), day=words.short_day(view.day))
    return table(said, title, head, lines, words, [pair["mentor_id"] for pair in pairs])


def _road_map(view: SchoolView, known: Facts, words: Words) -> Section:
    rows, title = known.measures.get(view.school, []), words("school.title_road_map")
    if not rows:
        return Section(title, words("school.no_road_map", year=view.year))
    due = [row for row in rows if row["is_due"]]
    late = sorted((row for row in due if row["standing"] == "late"), key=lambda row: -row["days"])
    said = words(
        "school.road_map",
        done=len(due) - len(late),
        of=len(due),
        late=len(late),
        day=words.short_day(view.day),
        n=len(due),
    )
    head = tuple(words(f"school.column_{name}") for name in ("measure", "due", "late", "party"))
    lines = [
        (
            known.texts[row["measure_id"]]["text_ru"] if row["measure_id"] in known.texts else "—",
            words.short_day(pd.Timestamp(row["due_date"]).date()),
            words("school.today") if not row["days"] else words("school.days", n=int(row["days"])),
            str(known.texts.get(row["measure_id"], {}).get("responsible") or "—"),
        )
        for row in late
    ]
    return table(said, title, head, lines, words)


def _documents(view: SchoolView, known: Facts, words: Words) -> Section:
    rows, title = known.documents.get(view.school, []), words("school.title_documents")
    if not rows:
        return Section(title, words("school.no_documents", year=view.year))
    done = sum(row["status"] == "confirmed" for row in rows)
    waiting = [row for row in rows if row["status"] != "confirmed"]
    head = tuple(words(f"school.column_{name}") for name in ("document", "status"))
    lines = [
        (
            words.pick(known.kinds[row["document"]], "name"),
            words(f"school.document_{row['status']}"),
        )
        for row in waiting
    ]
    said = words("school.documents", done=done, n=len(rows), year=view.year)
    return table(said, title, head, lines, words)


def _trainings(view: SchoolView, known: Facts, words: Words) -> Section:
    rows, title = known.trainings.get(view.school, []), words("school.title_trainings")
    if not rows:
        return Section(title, words("school.no_trainings"))
    last = rows[-1]
    said = words("school.trained", done=last["trained"], n=int(last["teachers"]), year=last["year"])
    head = tuple(words(f"school.column_{name}") for name in ("year", "trained", "teachers"))
    lines = [(str(row["year"]), str(row["trained"]), str(row["teachers"])) for row in rows[::-1]]
    return table(said, title, head, lines, words)


SECTIONS: tuple[Callable[[SchoolView, Facts, Words], Section], ...] = (
    _listed,
    _results,
    risks,
    decisions,
    _mentors,
    _road_map,
    _documents,
    _trainings,
    events,
    similar,
)
"""The parts in the order in which they stand on the card."""
