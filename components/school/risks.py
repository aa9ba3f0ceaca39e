"""Tell the risk profile of a school: levels, what changed since its profile before, what answers.

A mentor answers by a strength that it declared; measures are tied to factors by words of their
texts alone, so they are told as naming the factor.
"""

from components.base.i18n import Words
from components.school.choice import SchoolView
from components.school.facts import Facts, Rows
from components.school.section import Section, table
from queries.methods.risk_profiles import (
    APPEARED,
    BETTER,
    FIRST,
    GONE,
    LEVELS,
    NONE,
    SAME,
    UNKNOWN,
    WORSE,
    change,
)

BARS = {"high": "▮▮▮", "medium": "▮▮▯", "low": "▮▯▯"}
SIGNS = {BETTER: "▼", WORSE: "▲", SAME: "="}


def risks(view: SchoolView, known: Facts, words: Words) -> Section:
    """Write the last profile of the school up to the year, the highest levels first."""
    rows, title = known.risks.get(view.school, []), words("school.title_risks")
    if not rows:
        return Section(title, words("school.no_risks"))
    last, before = _stages(rows)
    now, was = (_of_year(rows, year) for year in (last, before))
    order = sorted(now, key=lambda code: (LEVELS.index(now[code]), known.factors[code]))
    high = sum(level == "high" for level in now.values())
    lines = [
        (
            known.factors[code],
            _bar(now[code], words),
            _changed(was.get(code, NONE if before else UNKNOWN), now[code], before, words),
            _answer(code, view, known, words),
        )
        for code in order
    ]
    said = [words("school.risks", n=len(now), high=high, year=last)]
    if last < view.year:
        said.append(words("school.risks_older", year=view.year))
    gone = [known.factors[code] for code in was if change(was[code], now.get(code, NONE)) == GONE]
    if gone:
        said.append(words("school.risks_gone", names="; ".join(sorted(gone))))
    head = tuple(words(f"school.column_{name}") for name in ("factor", "level", "before", "answer"))
    return table(" ".join(said), title, head, lines, words)


def _stages(rows: Rows) -> tuple[int, int]:
    """Give the years of the last profile and of the one before it; 0: there is none before."""
    years = sorted({row["year"] for row in rows})
    return years[-1], years[-2] if len(years) > 1 else 0


def _of_year(rows: Rows, year: int) -> dict[str, str]:
    return {row["risk_factor"]: row["level"] for row in rows if row["year"] == year}


def _bar(level: str, words: Words) -> str:
    return f"{BARS[level]} {words(f'school.level_{level}')}"


def _changed(was: str, level: str, before: int, words: Words) -> str:
    """Say what the level was at the profile before; of a first profile and a new factor, that."""
    state = change(was, level)
    if state in (FIRST, APPEARED):
        return words("school.first_stage" if state == FIRST else "school.appeared")
    return f"{SIGNS[state]} {words('school.level_' + was)} ({before})"


def _answer(code: str, view: SchoolView, known: Facts, words: Words) -> str:
    """Say who helps with a factor, and which measures of the school's map name it."""
    helping = (view.school, code) in known.helped
    if helping:
        said = [words("school.mentor_strong")]
    elif not known.strong:  # nobody in the region declared any strength
        said = [words("school.strong_not_told")]
    else:
        said = [words("school.strong", n=known.strong.get(code, 0))]
    steps = [
        row
        for row in known.measures.get(view.school, [])
        if code in known.naming.get(row["measure_id"], ())
    ]
    due = [row for row in steps if row["is_due"]]
    if steps:
        late = sum(row["standing"] == "late" for row in due)
        numbers = ", ".join(sorted({known.texts[row["measure_id"]]["measure_no"] for row in steps}))
        done, of = len(due) - late, len(due)
        said.append(words("school.measures_name", numbers=numbers, done=done, of=of))
    return "; ".join(said)
