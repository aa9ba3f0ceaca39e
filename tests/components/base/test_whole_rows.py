"""Who asks for the rows of every school, and for what: nobody new without being listed here."""

import ast
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[3]
ASKING = ("of_all", "count_of_all", "all_hidden")
CALLERS = {
    "components/base/list_luck: _chances",
    "components/base/likeness: _municipalities",
    "components/base/likeness: _schools",
    "components/base/signals: _changed",
    "components/decisions/action_part: rows.every",
    "components/decisions/meeting: _meeting",
    "components/decisions/meeting_part: meeting_rows.rows",
    "components/decisions/numbers: _numbers",
    "components/decisions/offer: _meetings",
    "components/base/mentors: _entitled",
    "components/base/mentors: _mentors",
    "components/dynamics/changes: _compared",
    "components/dynamics/groups: _by_cohort",
    "components/dynamics/groups: _by_municipality",
    "components/dynamics/groups: _whole",
    "components/dynamics/lines: _band",
    "components/dynamics/numbers: _numbers",
    "components/dynamics/project: _changed",
    "components/dynamics/schools: _counts",
    "components/dynamics/schools: _trends",
    "components/explore/flow: _flow",
    "components/explore/flow_told: flow_rows.schools",
    "components/heatmap/school_list: schools.in_need",
    "components/low_performing/conditions: _conditions",
    "components/low_performing/conditions_part: conditions_rows.rows",
    "components/low_performing/numbers: _numbers",
    "components/low_performing/numbers: _years",
    "components/low_performing/offer: _years_of_results",
    "components/low_performing/told: rows.changes",
    "components/mentoring/cases: _outcomes",
    "components/mentoring/listing: make",
    "components/mentoring/network_figures: _crossing_rows",
    "components/mentoring/network_part: _busy",
    "components/mentoring/network_part: _hanging",
    "components/mentoring/network_part: network_rows.pairs",
    "components/mentoring/network_rows: _mentors",
    "components/mentoring/numbers: _numbers",
    "components/mentoring/proposal_part: proposed_pairs.offered",
    "components/mentoring/proposal_part: proposed_pairs.uncoverable",
    "components/mentoring/proposed_pairs: _proposal",
    "components/mentoring/rows: _cohorts",
    "components/mentoring/rows: _forms",
    "components/mentoring/rows: _places",
    "components/project_year/numbers: _by_curator",
    "components/project_year/numbers: _by_kind",
    "components/project_year/numbers: _known",
    "components/project_year/numbers: _members",
    "components/recommendations/card: _schools",
    "components/risks/answers: _answers",
    "components/risks/figures: _told",
    "components/risks/numbers: _numbers",
    "components/risks/numbers: _stages",
    "components/risks/parts: board.of_factor",
    "components/risks/parts: make",
    "components/risks/rows: _answered",
    "components/risks/slides: counted",
    "components/risks/rows: _factors",
    "components/risks/rows: _places",
    "components/roadmaps/card: rows.executions",
    "components/roadmaps/counts: _groups",
    "components/roadmaps/executions: _maps",
    "components/roadmaps/numbers: _numbers",
    "components/roadmaps/overdue: _totals",
    "components/roadmaps/overdue_part: make",
    "components/roadmaps/parts: doubts.of_kind",
    "components/school/facts: _helped",
    "components/versions/why: _explained",
}


def callers():
    """Give by module and function what it makes of the rows of every school."""
    found = set()
    paths = [
        *sorted((PROJECT / "components").rglob("*.py")),
        *sorted((PROJECT / "pages").glob("*.py")),
    ]
    for path in paths:
        module = path.relative_to(PROJECT).with_suffix("").as_posix()
        if module != "components/base/load":
            found |= {f"{module}: {made}" for made in _made(ast.parse(path.read_text("utf-8")))}
    return found


def _made(tree):
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
    for call in calls:
        if isinstance(call.func, ast.Name) and call.func.id in ASKING:
            first, *rest = map(ast.unparse, call.args)
            yield rest[0] if first in ("keep", "load") else first


def test_who_makes_totals_of_the_rows_of_every_school_is_listed():
    assert callers() == CALLERS
