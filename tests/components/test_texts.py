"""The texts against themselves and against the code that asks for them."""

import ast
import re
import tomllib
from dataclasses import fields
from functools import cache
from itertools import chain
from pathlib import Path
from string import Formatter
from typing import get_args

import pytest

from components.base import decided_words, likeness, pins, several_values
from components.base.i18n import Words
from components.charts import stacks
from components.decisions import meeting_rows
from components.decisions import power as school_power
from components.decisions import rows as action_rows
from components.dynamics import changes as cohort_changes
from components.dynamics import levels, tables
from components.events import tables as event_tables
from components.explore import axes, flow_rows, points, side_figures, side_rows
from components.explore.choice import QUARTERS, Dots
from components.heatmap import legend, municipal_panel, school_list, table
from components.heatmap.choice import HeatmapView
from components.import_data import changes, first_hour
from components.low_performing import conditions, conditions_rows
from components.low_performing import numbers as list_numbers
from components.low_performing import rows as list_rows
from components.low_performing import rule as list_rule
from components.low_performing import told as list_told
from components.mentoring import cases, network_rows, proposed_pairs, rows, what_if
from components.project_year import tables as year_tables
from components.recommendations import card as decision_card
from components.recommendations import rows as decision_rows
from components.risks import rows as risk_rows
from components.roadmaps import counts, doubts, overdue, workload
from components.roadmaps import facts as stated_facts
from components.roadmaps import rows as plan_rows
from components.roadmaps import sentences as plan_words
from components.school import card as school_cards
from components.school import page_body as school_body
from components.schools import rows as directory_rows
from components.scripts import refusals
from components.shell import (
    arranged,
    downloads_menu,
    elsewhere,
    file_contents,
    front_door,
    low_vision,
    my_views,
    roles,
)
from components.shell.tables import SCHOOLS as SCHOOL_KINDS
from components.show import stage
from components.slides import files
from components.slides.files import paper, steps, web
from components.versions import version_list
from data.errors import LEVELS
from data.intake.publishing.draft import KINDS
from data.intake.received import recipe_cell_guesses
from data.schema import INTAKE_TABLES
from data.schema.columns import DECISION_KINDS, PROCEDURES
from data.schema.columns import FORMS as MENTORING_FORMS
from data.schema.columns import LEVELS as DEGREES
from data.texts import FOLDER, LANGUAGES, MissingTextError, texts
from queries import view
from queries.methods import (
    attendance,
    deadlines,
    decisions,
    demands,
    list_luck,
    paperwork,
    quarters,
    risk_answers,
    risk_profiles,
    status_flow,
    worsening,
)
from queries.methods import overdue as late_marks
from queries.methods.coverage import STANDINGS
from queries.methods.proposal import REASONS
from queries.methods.signals import SIGNALS
from queries.school_counts import BESIDE
from tests.kinds_of_views import kinds
from tests.menu import PAGES

PROJECT = Path(__file__).resolve().parents[2]
FORMS = {"ru": {"one", "few", "many", "other"}, "en": {"one", "other"}}
RUSSIAN_IN_TEMPLATES = re.compile("«[^»]*»|ОКТМО|ВПР")
"""Templates are filled in in Russian: their English help quotes headings and words as they are."""

CYRILLIC, LATIN = re.compile("[А-Яа-яЁё]"), re.compile("[A-Za-z]{2,}")

SAME_IN_BOTH = {"view.language_ru", "view.language_en", "unit.percent", "mentoring.risk"}
SPLITS = ("flag", "above", "least")
SAME_IN_BOTH |= {
    "scatter.none",
    "scatter.chosen_quarter",
    "flow.stream",
    "flow.tooltip_state",
    "flow.since",
}
LATIN_IN_RUSSIAN = {"GeoNames", "CC", "BY", "Natural", "Earth"}
LATIN_IN_RUSSIAN |= {
    "Crouse",
    "Rubin",
    "The",
    "Bayesian",
    "bootstrap",
    "Annals",
    "of",
    "Statistics",
    "IEEE",
    "TAES",
}
LATIN_IN_RUSSIAN |= {"reader", "editor", "municipal", "auth", "toml", "secrets", "cookie", "secret"}
LATIN_IN_RUSSIAN |= {"ROLES", "server", "baseUrlPath", "redirect", "uri"}
LATIN_IN_RUSSIAN |= {"current", "recover", "rollback", "versions", "export", "publish"}
LATIN_IN_RUSSIAN |= {"by", "why", "csv", "duckdb"}
LATIN_IN_RUSSIAN |= {"XLS", "ODS", "ZIP", "zip", "MONITOR", "STORE"}
LATIN_IN_RUSSIAN |= {"PNG", "SVG"}
LATIN_IN_RUSSIAN |= {"once", "yearly", "continuous"}
LATIN_IN_RUSSIAN |= {"CSV", "XLSX", "Excel", "SHA", "UTF", "RU", "EN", "python", "data", "build"}
LATIN_IN_RUSSIAN |= {"backup", "over"}  # of commands
LATIN_IN_RUSSIAN |= {"http", "Ctrl", "Mac", "JavaScript"}
LATIN_IN_RUSSIAN |= {"PDF", "GeoJSON", "FeatureCollection", "Polygon", "MultiPolygon", "WGS"}
LATIN_IN_RUSSIAN |= {"Home", "End", "Esc"}  # keys
LATIN_IN_RUSSIAN |= {"oktmo", "name", "licence"}  # of what a file of outlines says

LATIN_IN_RUSSIAN |= {"PPTX", "HTML"}  # files of a story

GAP = "\N{REPLACEMENT CHARACTER}"
FILE_COLUMNS = {*table.NAMES, "no_mentor", "schools", "overdue", "due", "municipalities"}
FILE_COLUMNS |= {key for columns in tables.COLUMNS.values() for key, _ in columns}
REFUSALS = {"no_results", "no_baseline", "no_later_year", "too_few_schools", "no_reference"}
REFUSALS |= {"no_year_of_entry", "not_chosen_by_these", "suppressed"}
REFUSALS |= {"other_rule", "pre_trends_differ"}
VERDICTS = {"better", "worse", "unproven"}
VERDICTS_SINCE = {"better", "worse", "not_shown"}
VERDICTS_SINCE |= {"withheld_few_schools", "withheld_better_at_entry"}
REFUSED_SINCE = {"no_results", "no_baseline", "no_later_year", "too_few_schools", "no_reference"}
REFUSED_SINCE |= {"no_year_of_entry", "not_chosen_by_these"}
UNKNOWN_SIGNALS = {f"{name}_status" for name in SIGNALS} | {"no_mentor"}
UNKNOWN_SIGNALS |= {f"worse_{why}" for why in worsening.REASONS if why}
UNKNOWN_SIGNALS |= {f"overdue_{why}" for why in (late_marks.NO_MAP, late_marks.NOT_REPORTED)}
WITHHELD = {"few_schools", "better_at_entry", "no_list_history"}
NOTHING = {"no_schools", "not_reported", "no_data", "suppressed", "break"}
REFUSED_DEADLINES = {"unknown_words", "not_whole_months", "dates_unclear", "columns_unreadable"}
REFUSED_DEADLINES |= {"months_differ", "years_differ", "recurrence_differs", "year_missing"}
REFUSED_DEADLINES |= {"outside_map", "nothing_said"}
STEPS = {"generating", "reading", "writing", "publishing", "comparing", "listing"}
MENTORING = (rows.GAP, rows.PLACES, rows.COHORTS, rows.FORMS, rows.MONTHS, rows.MARKS)
MENTORING += (network_rows.MENTORS, network_rows.MENTORS_SHOWN)
MENTORING += (network_rows.PAIRS, network_rows.PAIRS_SHOWN, proposed_pairs.OFFERED, what_if.COLUMNS)
COLUMN_KINDS = {"text", "integer", "decimal", "percent", "date", "year", *SCHOOL_KINDS}
COLUMNS = {"mentoring": {key for columns in MENTORING for key, _ in columns}}
EVENTS = (event_tables.STATES, event_tables.FILE, event_tables.EVENTS)
YEAR = (year_tables.CURATORS, year_tables.FILE, year_tables.KINDS)
COLUMNS["events"] = {key for columns in EVENTS for key, _ in columns}
COLUMNS["project_year"] = {key for columns in YEAR for key, _ in columns}
COLUMNS["recommendations"] = {
    *(key for columns in decision_rows.COLUMNS.values() for key, _ in columns),
    *decision_card.KEYS,
}
COLUMNS["low_performing"] = {
    key
    for columns in (list_rows.FILE, list_rows.FLOWS, list_rule.TABLE, conditions_rows.FILE)
    for key, _ in columns
}
COLUMNS["decisions"] = {
    key
    for columns in (
        action_rows.ACTIONS,
        action_rows.FILE,
        action_rows.LEFT_OUT,
        meeting_rows.TABLE,
        meeting_rows.FILE,
        school_power.TABLE,
    )
    for key, _ in columns
}
COLUMNS["school"] = {key for key, _ in school_body.FILE} | {
    *("work", "said", "own", "others", "factor", "level", "before", "answer", "mentor", "place"),
    *("decided_on", "decision", "state", "turned"),
    *("since", "leads", "measure", "due", "late", "party", "document", "status", "year"),
    *("trained", "teachers", "event", "day", "taking_part"),
}
ROADMAPS = (counts.COUNTED, counts.COMPLETION, plan_rows.LIST_FILE, plan_rows.LIST)
ROADMAPS += (plan_rows.EXECUTIONS, workload.COLUMNS, doubts.COLUMNS)
ROADMAPS += (stated_facts.COUNTS, stated_facts.FACTS)
COLUMNS["schools"] = {key for key, _ in directory_rows.COLUMNS}
ROADMAPS += (overdue.LATE, overdue.TODAY, overdue.SILENT)
ROADMAPS += (overdue.NEVER_DUE, overdue.FILE)
COLUMNS["roadmaps"] = {key for columns in ROADMAPS for key, _ in columns}
RISKS = (risk_rows.FACTORS, risk_rows.FACTORS_FILE, risk_rows.PLACES, risk_rows.PLACES_FILE)
RISKS += (risk_rows.PROFILES, risk_rows.ANSWERS, risk_rows.MENTORS, risk_rows.MEASURES)
COLUMNS["risks"] = {key for columns in (*RISKS, risk_rows.DECISIONS) for key, _ in columns}
EXPLORE = (flow_rows.STREAMS, flow_rows.FILE, side_rows.FILE, side_rows.YEARS, side_rows.TRENDS)
COLUMNS["explore"] = {key for columns in EXPLORE for key, _ in columns}
COLUMNS["likeness"] = {key for key, _ in likeness.COLUMNS}
"""Columns of the tables of a page, by the section that names them."""

CHOSEN = {("schools", code) for code in view.SCHOOLS} | {("language", code) for code in LANGUAGES}
CHOSEN |= {
    (field, code)
    for kind in kinds()
    for field, values in view.own_values(kind).items()
    for code in values or ()
    if isinstance(code, str) and code
}
FIELDS = {field.name for kind in kinds() for field in fields(kind)}

BY_CODE = {
    f"slide_files.form.{GAP}": set(files.FORMS),
    f"slide_files.{GAP}": {*web.TEXTS, *paper.TEXTS, *steps.PARTS},
    f"{GAP}.title": set(PAGES),
    f"about.{GAP}": {"file", "rows", "sha256"},
    f"low_vision.{GAP}": {*low_vision.CHOICES, *chain(*low_vision.CHOICES.values())},
    f"access.{GAP}": {"not_signed_in", "not_verified", "not_an_editor", "roles_closed"},
    f"roles.is_{GAP}": {*roles.ROLES, "totals"},
    f"roles.{GAP}": {"unreadable", "not_utf8", "head", "parts", "address", "role", "repeated"}
    | {"municipalities", "not_last", "everybody_edits"},
    f"sign_in.{GAP}": {"unreadable", "no_section", "missing", "short_secret", "no_address"}
    | {"redirect", "sub_path"},
    f"change.{GAP}": set(changes.STATES),
    f"contents.{GAP}": set(file_contents.TABLES),
    f"front.{GAP}": set(front_door.TOLD),
    f"scripts.{GAP}": set(refusals.STATUS),
    f"front.{GAP}_button": set(front_door.TOLD),
    f"level.{GAP}.many": set(LEVELS),
    f"recipe.head_{GAP}": {"column", "sample", "is", "why"},
    f"recipe.why_{GAP}": set(recipe_cell_guesses.REASONS),
    f"recipe.in_{GAP}": {"sheet", "title", "file"},
    f"opens.{GAP}": {table.name for table in INTAKE_TABLES},
    f"first_hour.step_{GAP}": set(first_hour.STEPS),
    f"first_hour.{GAP}": {"done", "next", "later"},
    f"level.{GAP}.word": set(LEVELS),
    f"recovery.{GAP}": set(KINDS),
    f"versions.{GAP}": set(version_list.COLUMNS) | {*KINDS, "removed_at"},
    f"versions.kept_{GAP}": {"versions", "months"},
    f"basis.{GAP}": {"stated", "derived", "proposal"},
    f"building.{GAP}": STEPS,
    f"column.{GAP}": FILE_COLUMNS,
    f"column.school_{GAP}": set(school_list.COLUMNS),
    f"dynamics.{GAP}": {"observed", "expected", "net_short", "pre_trend", "effect"}
    | set(cohort_changes.PARTS.values()),
    f"dynamics.counted_{GAP}": set(levels.COUNTED.values()),
    f"dynamics.method_{GAP}": {"counts", "means"},
    f"dynamics.effect_{GAP}": WITHHELD,
    f"dynamics.headline_{GAP}": VERDICTS | {"withheld"},
    f"dynamics.compared_{GAP}": VERDICTS,
    f"dynamics.few_{GAP}": {"treated", "controls"},
    f"dynamics.verdict_{GAP}": {"better", "worse", "same", "alike", "not_compared"},
    f"dynamics.refused_{GAP}": REFUSALS,
    f"dynamics.table_{GAP}": set(tables.COLUMNS),
    f"dynamics.trend_{GAP}": {"better", "worse", "same"},
    f"events.place_{GAP}": set(attendance.STATES),
    f"events.state_{GAP}": {*attendance.STATES, attendance.UNKNOWN},
    f"low_performing.column_{GAP}": set(list_told.DRAWN),
    f"low_performing.state_{GAP}": set(list_numbers.STATES),
    f"low_performing.part_{GAP}": set(list_numbers.STATES),
    f"low_performing.legend_{GAP}": set(list_numbers.STATES),
    f"low_performing.locality_{GAP}": {"urban", "rural"},
    f"list_luck.{GAP}": set(get_args(list_luck.Word)) - {"unknown"},
    f"low_performing.mark_{GAP}": {*list_rows.MARKS, *conditions_rows.MARKS},
    f"low_performing.kind_{GAP}": set(conditions.KINDS),
    f"low_performing.conditions_{GAP}": set(conditions.STATES),
    f"low_performing.condition_{GAP}": {"hard", "not_hard"},
    f"low_performing.rule_{GAP}": set(list_rule.VERDICTS.values()),
    f"school.column_{GAP}": COLUMNS["school"],
    f"likeness.column_{GAP}": COLUMNS["likeness"],
    f"decisions.part_{GAP}": set(action_rows.PARTS),
    f"decisions.signal_{GAP}": set(SIGNALS),
    f"decisions.kind_{GAP}": set(DECISION_KINDS),
    f"decisions.field_{GAP}": {"school", "kind", "decided_on", "due"},
    f"decisions.fault_{GAP}": {"empty", "person"},
    f"decisions.net_{GAP}": VERDICTS_SINCE | REFUSED_SINCE,
    f"decisions.power_refused_{GAP}": {"no_results", "hidden", "too_few_schools"},
    f"signals.mentor_{GAP}": set(STANDINGS) - {"covered"},
    f"signals.unknown_{GAP}": UNKNOWN_SIGNALS,
    f"decided.name_{GAP}": set(SIGNALS),
    f"decided.{GAP}": set(decided_words.TURNS),
    f"decided.result_{GAP}": {"not_yet", "not_comparable", "none", "hidden"},
    f"school.flag_{GAP}": set(school_cards.FLAGS),
    f"school.level_{GAP}": set(risk_profiles.LEVELS),
    f"school.locality_{GAP}": {"urban", "rural"},
    f"school.results_{GAP}": {"better", "worse", "same", "alone"},
    f"school.document_{GAP}": {"not_uploaded", "uploaded", "returned"},
    f"project_year.column_{GAP}": {"school", "municipality", "curator"},
    f"project_year.head_{GAP}": {*paperwork.STATUSES, paperwork.UNKNOWN},
    f"project_year.status_{GAP}": {*paperwork.STATUSES, paperwork.UNKNOWN},
    f"recommendations.{GAP}": {"addressees", "due", "target"}
    | {"all_directions", "direction_needs_event"},
    f"recommendations.to_{GAP}": set(elsewhere.KNOWN),
    f"recommendations.column_{GAP}": set(decision_card.KEYS),
    f"recommendations.data_{GAP}": set(demands.KINDS),
    f"recommendations.head_{GAP}": {*decisions.STATES, "unmarked"},
    f"recommendations.mark_{GAP}": {*decisions.STATES, "unmarked"},
    f"recommendations.no_{GAP}": set(decisions.PARTS),
    f"recommendations.place_{GAP}": {*decisions.STATES, "unmarked"},
    f"risks.alt_{GAP}": {"factors", "answers"},
    f"risks.answer_{GAP}": set(risk_answers.ANSWERS),
    f"risks.change_{GAP}": {*risk_profiles.CHANGES, risk_profiles.FIRST, risk_profiles.NOT_NOW},
    f"risks.head_{GAP}": {*risk_profiles.LEVELS, risk_profiles.NONE},
    f"risks.level_{GAP}": set(risk_profiles.LEVELS),
    f"risks.part_{GAP}": set(risk_answers.PARTS),
    f"risks.table_{GAP}": {"factors", "profiles", "places", "answers", "mentors", "measures"}
    | {"decisions"},
    f"roadmaps.basis_{GAP}": set(plan_words.BASES.values()),
    f"roadmaps.by_{GAP}": set(counts.GROUPS),
    f"roadmaps.alt_{GAP}": {"plan", "facts"},
    f"roadmaps.checked_{GAP}": set(doubts.KINDS),
    f"roadmaps.column_{GAP}": {"section", "responsible", "deadline_as_written", "reading"}
    | {"document", "due_date", "state_said", "done_of"},
    f"roadmaps.doubt_{GAP}": set(doubts.KINDS),
    f"roadmaps.fact_{GAP}": set(stated_facts.STATUSES),
    f"roadmaps.kind_{GAP}": set(deadlines.KINDS),
    f"roadmaps.legend_{GAP}": {"plan", "fact"},
    f"roadmaps.missing_{GAP}": set(late_marks.STATES),
    f"roadmaps.silent_{GAP}": set(late_marks.SILENT),
    f"roadmaps.why_{GAP}": {late_marks.NOT_REPORTED, late_marks.NO_MAP},
    f"roadmaps.no_marks_{GAP}": {"reported", "not_reported", "unknown"},
    f"roadmaps.none_{GAP}": {"refused", "never", "on_demand", "other_year"},
    f"roadmaps.refused_{GAP}": REFUSED_DEADLINES,
    f"roadmaps.state_{GAP}": set(plan_words.STATES),
    f"roadmaps.table_{GAP}": {"list", "executions", "completion", "workload", "doubts", "facts"}
    | {"overdue"},
    f"files.{GAP}": set(downloads_menu.FORMATS),
    f"flow.state_{GAP}": set(status_flow.STATES),
    f"scatter.{GAP}": {*axes.OF_SCHOOLS, *axes.FLAGS, "caption_trails", "too_many_trails"},
    f"scatter.count_{GAP}": set(get_args(Dots)),
    f"scatter.column_{GAP}": set(get_args(Dots)),
    f"scatter.code_{GAP}": {"place", "school"},
    f"scatter.line_{GAP}": {quarters.FEW, quarters.SAME, quarters.FLAT, quarters.ITSELF},
    f"scatter.left_{GAP}": set(points.REASONS),
    f"scatter.caption_{GAP}": set(points.ASKED) - set(points.PLACED),
    f"scatter.state_{GAP}": {f"{kind}_{said}" for kind in SPLITS for said in ("yes", "no")},
    f"view.dots_{GAP}": set(get_args(Dots)),
    f"view.quarter_{GAP}": set(QUARTERS),
    f"side.block_{GAP}": set(side_figures.BLOCKS),
    f"side.{GAP}": {"higher", "lower"},
    f"form.{GAP}": set(MENTORING_FORMS),
    f"my_views.{GAP}": set(my_views.TEXTS),
    f"tables.{GAP}": set(arranged.TEXTS),
    f"several.{GAP}_here": set(several_values.ONE),
    f"several.{GAP}_not_here": set(several_values.ONE),
    f"ladder.column_{GAP}": {"step", "schools", "difference"},
    f"ladder.means_{GAP}": set(BESIDE),
    f"ladder.more_{GAP}": {"marked", "in_project", "ever"},
    f"ladder.step_{GAP}": set(BESIDE),
    f"ladder.without_{GAP}": set(BESIDE) - {"listed"},
    f"legend.{GAP}": set(legend.ORDER),
    f"locality.{GAP}": {"urban", "rural"},
    f"likeness.better_{GAP}": set(likeness.FULL_COUNTS),
    f"likeness.refused_{GAP}": {"unknown_unit", "too_little_known", "no_others"} | {"nobody_alike"},
    f"likeness.variable_{GAP}": {name for name, _ in likeness.OF_SCHOOLS + likeness.OF_PLACES},
    f"likeness.{GAP}": {"adverse", "plain", "adverse_unknown"},
    f"mentoring.case_{GAP}": set(cases.NAMES),
    f"mentoring.column_{GAP}": {"covered", "schools"},
    f"mentoring.legend_{GAP}": set(stacks.PARTS),
    f"mentoring.supposed_{GAP}": set(stacks.PARTS),
    f"mentoring.degree_{GAP}": set(DEGREES),
    f"mentoring.level_{GAP}": set(DEGREES),
    f"mentoring.next_{GAP}": {"not_entitled", "ended", "propose", "profile"},
    f"mentoring.standing_{GAP}": set(STANDINGS),
    f"mentoring.table_{GAP}": {"gap", "places", "cohorts", "forms", "months", "pairs"}
    | {"mentors", "marks"},
    f"mentoring.uncovered_{GAP}": set(REASONS),
    f"mentoring.why_{GAP}": set(STANDINGS) - {"covered"},
    f"page.schools_{GAP}": set(view.SCHOOLS) - {"all"},
    f"panel.to_{GAP}": {*view.own_values(HeatmapView)["axis"], *municipal_panel.LEADS},
    f"procedure.{GAP}": set(PROCEDURES),
    f"show.key.{GAP}": set(stage.KEYS),
    f"show.does.{GAP}": set(stage.KEYS),
    f"show.button.{GAP}": set(stage.SAID),
    f"slides.refused_{GAP}": {"internal", "older"},
    f"state.{GAP}": NOTHING | {"counted", "value"},
    f"state.{GAP}_help": NOTHING,
    f"column.unit_{GAP}": set(table.UNITS.values()),
    f"unit.{GAP}": {
        "changes",
        "conditions",
        "series",
        "percent",
        "km",
        "marks",
        "measures",
        "months",
        "procedures",
        "years",
        "pupils",
        "results",
        "schools",
        "rows",
        "points",
        "z",
    },
    f"verdict.{GAP}": {"lower", "higher", "same", "not_compared"},
    f"view.side_{GAP}": set(pins.KINDS),
    f"view.{GAP}": FIELDS | {"version", arranged.ARRANGED},
}
"""Texts asked for by a code: how the code spells the key, and every value that fills it."""


IN_TEMPLATES = {
    "help": {"heading", "required", "what", "allowed", "example", "key", "yes", "no"}
    | {"grain", "keys", "rules", "references", "program"},
    "allowed": {"whole", "number", "date", "at_most", "not_before"},
    "refused": {"listed", "text"},
    "level": set(LEVELS),
    "remarks": {"sheet", "cell", "heading", "value", "level", "fault"}
    | {"legend", "partly", "not_shown"},
}
"""Texts of templates and marked files that their code asks for by a part of the key."""


def wordings(key, language):
    """Every wording of a text: the text itself, or its plural forms by name."""
    text = texts()[key][language]
    return text if isinstance(text, dict) else {"": text}


def gaps(text):
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def sources():
    return [PROJECT / "app.py"] + [
        path
        for room in ("pages", "components", "queries", "data")
        for path in sorted((PROJECT / room).rglob("*.py"))
    ]


def spelled(node):
    """A string as code spells it, GAP where a value goes in; None for what is no string."""
    if isinstance(node, ast.Constant):
        return node.value if isinstance(node.value, str) else None
    if isinstance(node, ast.JoinedStr):
        return "".join(
            str(part.value) if isinstance(part, ast.Constant) else GAP for part in node.values
        )
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
        left, right = spelled(node.left), spelled(node.right)
        return None if left is None and right is None else (left or GAP) + (right or GAP)
    return None


def is_words(function):
    """Tell whether a call asks for a text: words(…), page.words(…), Words(language)(…)."""
    if isinstance(function, ast.Call):
        return isinstance(function.func, ast.Name) and function.func.id == "Words"
    name = function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")
    return name in ("words", "_words")


@cache
def nodes():
    """Read the whole code once, and not before it is asked for."""
    return [
        (path, node)
        for path in sources()
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
    ]


@cache
def asked_for():
    """List every call that asks for a text: its file, itself, and the key as it is spelled."""
    return [
        (path.relative_to(PROJECT).as_posix(), node, spelled(node.args[0]))
        for path, node in nodes()
        if isinstance(node, ast.Call) and is_words(node.func) and node.args
    ]


def spelled_whole():
    return {text for _, node in nodes() if (text := spelled(node)) and GAP not in text}


FILLED = {by.replace(GAP, value) for by, values in BY_CODE.items() for value in values}
FILLED |= {f"{section}.column_{key}" for section, keys in COLUMNS.items() for key in keys}
FILLED |= {f"view.{field}_{value}" for field, value in CHOSEN}


def columns_of_pages():
    """The titles of columns that a page, or its room, names as (key, kind)."""
    for path, node in nodes():
        page = path.stem if path.parent.name == "pages" else path.parent.name
        pair = [spelled(part) for part in node.elts] if isinstance(node, ast.Tuple) else []
        if len(pair) == 2 and pair[1] in COLUMN_KINDS:
            yield f"{page}.column_{pair[0]}"


def called(name):
    """Every call of a function or class by its plain name."""
    return [
        node
        for _, node in nodes()
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == name
    ]


def errors():
    """The texts of every error that the code raises for a reader."""
    codes = {spelled(call.args[0]) for call in called("ReaderError")} | {"broken_input"}
    return {f"error.{code}.{part}" for code in codes for part in ("title", "text", "mend")}


def rules():
    """The texts of every rule of the intake: told by the code that makes a Problem."""
    intake = [node for path, node in nodes() if "intake" in path.parts]
    return {key for node in intake if (key := f"problem.{spelled(node)}") in texts()}


def test_every_page_has_a_file_of_texts_and_no_section_stands_in_two():
    files = {path.stem: tomllib.loads(path.read_text("utf-8")) for path in FOLDER.glob("*.toml")}
    pages = set(PAGES)
    assert set(files) == pages | {"shell", "words", "templates", "slide_files", "scripts"}
    assert all("title" in files[page][page] for page in pages)
    sections = [section for file in files.values() for section in file]
    assert len(sections) == len(set(sections))


def test_a_missing_text_says_what_is_missing_and_where_to_add_it():
    with pytest.raises(MissingTextError, match=r"no text 'finding.x': add it to heatmap.toml in"):
        Words("ru")("finding.x")
    with pytest.raises(MissingTextError, match="add it to the file of its page in data/texts"):
        Words("en")("novel.title")


def test_every_text_has_both_languages_and_every_plural_form():
    assert {key: said for key in texts() if (said := _lacking(key))} == {}


def _lacking(key):
    """Say what a text lacks."""
    if set(texts()[key]) != set(LANGUAGES):
        return "a language"
    plural = {language: isinstance(texts()[key][language], dict) for language in LANGUAGES}
    if len(set(plural.values())) > 1:
        return "plural in one language only"
    if plural["ru"] and {name: set(texts()[key][name]) for name in LANGUAGES} != FORMS:
        return "a plural form"
    said = [text for name in LANGUAGES for text in wordings(key, name).values()]
    return None if all(text.strip() for text in said) else "words"


def test_every_wording_of_a_text_has_the_same_gaps():
    found = {key: _gaps_by_wording(key) for key in texts()}
    assert {key: each for key, each in found.items() if len(set(each.values())) > 1} == {}


def _gaps_by_wording(key):
    return {
        (language, form): frozenset(gaps(text))
        for language in LANGUAGES
        for form, text in wordings(key, language).items()
    }


def test_each_language_is_written_in_its_own_letters():
    told_apart = sorted(set(texts()) - SAME_IN_BOTH)
    assert {key: found for key in told_apart if (found := _of_other_letters(key))} == {}
    assert [key for key in told_apart if texts()[key]["ru"] == texts()[key]["en"]] == []


def _of_other_letters(key):
    """List words of a text in the other language's letters."""
    found = []
    for text in wordings(key, "en").values():
        if key.startswith("template."):
            text = RUSSIAN_IN_TEMPLATES.sub("", text)
        found += CYRILLIC.findall(text)
    for text in wordings(key, "ru").values():
        plain = re.sub(r"\{\w+\}", "", text)
        found += sorted(set(LATIN.findall(plain)) - LATIN_IN_RUSSIAN)
    return found


def of_templates():
    """The texts of templates and marked files, as `wording` builds their keys from parts."""
    built = {f"template.table.{declared.name}.grain" for declared in INTAKE_TABLES}
    built |= {key for key in texts() if re.fullmatch(r"template\.table\.\w+\.rule_\d", key)}
    built |= {key for key in texts() if key.startswith(("template.rules.", "template.sheet."))}
    for column in (column for declared in INTAKE_TABLES for column in declared.columns):
        own = f"template.column.{column.table.name}.{column.name}.what"
        built.add(own if own in texts() else f"template.column.{column.name}.what")
    for group, names in IN_TEMPLATES.items():
        built |= {f"template.{group}.{name}" for name in names}
    return built


def test_every_text_is_asked_for():
    whole = spelled_whole()
    asked = whole | FILLED | errors() | rules() | of_templates()
    asked |= {f"template.{text}" for text in whole} | set(columns_of_pages())
    assert set(texts()) - asked == set()


def test_every_text_of_the_templates_exists():
    assert of_templates() - set(texts()) == set()


def test_every_text_that_code_asks_for_exists():
    asked = {text for _, _, text in asked_for() if text and GAP not in text}
    assert asked - set(texts()) == set()
    assert FILLED - set(texts()) == set()
    assert errors() - set(texts()) == set()


def test_texts_asked_for_by_a_code_are_all_listed_here():
    asked = {text for _, _, text in asked_for() if text and GAP in text}
    elsewhere = {
        f"error.{GAP}.title",
        f"error.{GAP}.text",
        f"error.{GAP}.{GAP}",
        f"problem.{GAP}",
        f"view.{GAP}_{GAP}",
    }
    elsewhere |= {f"{GAP}.column_{GAP}", f"view.desk_{GAP}", f"view.lacks_{GAP}"}
    assert asked - set(BY_CODE) - elsewhere == set()


def test_every_call_fills_the_gaps_of_its_text_and_no_others():
    wrong = []
    for path, call, key in asked_for():
        if key not in texts() or key.startswith("error."):
            continue
        given = {named.arg for named in call.keywords}
        wanted = set().union(*(gaps(text) for text in wordings(key, "ru").values()))
        picks_a_form = isinstance(texts()[key]["ru"], dict)
        if given != wanted | ({"n"} if picks_a_form else set()):
            wrong.append((path, key, given, wanted))
    assert wrong == []


def test_a_text_with_bold_words_is_asked_for_as_one():
    """Asked for as any other it would show its stars."""
    starred = {key for key in texts() if "**" in " ".join(wordings(key, "ru").values())}
    code = "".join(path.read_text(encoding="utf-8") for path in sources())
    plainly = {key for key in starred if f'words("{key}"' in code}
    assert plainly == set()
