"""Hold the doors of the house by reading its imports; a bad house shows that each rule can fail."""

import ast
import re
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parent.parent
LEVELS = {"app": 3, "pages": 3, "components": 2, "queries": 1, "data": 0}

PURE_COMPONENTS = ("charts", "words", "downloads", "theme", "i18n", "cells", "legend", "markup")
WITHOUT_STREAMLIT = ("queries", "data", *(f"components.{name}" for name in PURE_COMPONENTS))
"""Streamlit is not even reached through what these import."""

STATEMENTS = {"data.store", "data.intake.draft"}
RUNNING = {"create_engine", "execute", "executemany", "exec_driver_sql", "read_sql", "from_url"}
CACHING, CACHES = set[str](), {"cache_data", "cache_resource"}
"""Streamlit's caches pickle or hash on each hit: components.load keeps by plain keys instead."""
STATEFUL = {
    f"components.{name}"
    for name in ("view_bar", "language", "navigation", "heat_views", "offering")
    + tuple(
        f"own_data.{name}"
        for name in ("files", "publishing_form", "screening", "viewed", "version_list")
    )
}
DIALECTS = {"queries.dialects"}
SQL = re.compile(
    r"\bselect\b.+\bfrom\b|\binsert\s+into\b|\bdelete\s+from\b|\bupdate\s+\w+\s+set\b"
    r"|\b(create|drop|alter)\s+(table|view|index)\b|\b(where|order\s+by|group\s+by)\s+[\w.]+\s*"
    r"([=<>{%]|,|in\b|like\b|is\b|desc\b|$)",
    re.IGNORECASE | re.DOTALL,
)
FUNCTION_LINES, MODULE_LINES = 40, 180


class Module:
    def __init__(self, text):
        self.tree = ast.parse(text)
        self.lines = len(text.splitlines())
        self.imports = imports(self.tree)


def house(root):
    """Read every module of the product, by its dotted name."""
    paths = [root / "app.py", *(p for room in LEVELS for p in sorted((root / room).rglob("*.py")))]
    modules = {}
    for path in paths:
        if path.is_file():
            parts = path.relative_to(root).with_suffix("").parts
            name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
            modules[name] = Module(path.read_text(encoding="utf-8"))
    return modules


def imports(tree):
    """Name what a module imports, inside functions too; `from a import b` gives a and a.b."""
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            source = "." * node.level + (node.module or "")
            found |= {source, *(f"{source}.{alias.name}" for alias in node.names)}
    return found


def within(name, rooms):
    return any(name == room or name.startswith(f"{room}.") for room in rooms)


def roots(names):
    return {name.split(".")[0] for name in names}


def reached(name, modules):
    """Name everything a module imports by itself or through modules of the house."""
    seen, ahead = set(), [name]
    while ahead:
        for found in modules[ahead.pop()].imports:
            parts = {found.rsplit(".", back)[0] for back in range(found.count(".") + 1)}
            ahead += [part for part in parts - seen if part in modules]
            seen |= parts
    return seen


def wrong_directions(modules):
    for name, module in modules.items():
        room = name.split(".")[0]
        for found in module.imports:
            other = found.split(".")[0]
            up = LEVELS.get(other, 0) > LEVELS[room]
            sideways = other == "app" or (room, other) == ("pages", "pages")
            if up or sideways or not other:
                yield f"{name} imports {found}"


def misplaced_libraries(modules):
    for name in modules:
        if within(name, WITHOUT_STREAMLIT) and "streamlit" in roots(reached(name, modules)):
            yield f"{name} reaches streamlit"
        if within(name, ("queries.methods",)) and "sqlalchemy" in roots(reached(name, modules)):
            yield f"{name} reaches sqlalchemy"


def misplaced_acts(modules):
    """Statements, caching and session state outside the modules they belong to."""
    for name, module in modules.items():
        used = {node.attr for node in ast.walk(module.tree) if isinstance(node, ast.Attribute)}
        used |= {node.id for node in ast.walk(module.tree) if isinstance(node, ast.Name)}
        used |= {found.rsplit(".", 1)[-1] for found in module.imports}
        for words, home in (
            (RUNNING, STATEMENTS),
            (CACHES, CACHING),
            ({"session_state"}, STATEFUL),
        ):
            if name not in home:
                yield from (f"{name} uses {word}" for word in sorted(used & words))


def said(node):
    """Give the text of a string, with a mark where an f-string has a gap."""
    if isinstance(node, ast.JoinedStr):
        return "".join(said(part) or "{}" for part in node.values)
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""


def written_sql(modules):
    """SQL as text: SQLAlchemy's text(), or a string that reads like a statement."""
    for name, module in modules.items():
        if name in DIALECTS:
            continue
        texts = {"sqlalchemy.text", "sqlalchemy.sql.text", "sqlalchemy.literal_column"}
        yield from (f"{name} imports {found}" for found in texts & module.imports)
        nodes = list(ast.walk(module.tree))
        alone = {id(node.value) for node in nodes if isinstance(node, ast.Expr)}
        for node in nodes:
            if id(node) not in alone and SQL.search(said(node)):
                yield f"{name} writes SQL in line {node.lineno}"


def oversized(modules):
    for name, module in modules.items():
        if module.lines > MODULE_LINES:
            yield f"{name} has {module.lines} lines"
        for node in ast.walk(module.tree):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                size = node.end_lineno - node.lineno + 1
                if size > FUNCTION_LINES:
                    yield f"{name}.{node.name} has {size} lines"


RULES = (wrong_directions, misplaced_libraries, misplaced_acts, written_sql, oversized)


@pytest.fixture(scope="module")
def modules():
    return house(PROJECT)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_the_house_keeps_the_rule(modules, rule):
    assert sorted(set(rule(modules))) == []


def test_every_room_and_pure_component_is_looked_at(modules):
    assert {name.split(".")[0] for name in modules} == set(LEVELS)
    for room in (*WITHOUT_STREAMLIT, "queries.methods"):
        assert any(within(name, (room,)) for name in modules), room
    assert set(modules) >= (STATEMENTS | CACHING | STATEFUL | DIALECTS)


def test_every_exception_is_still_needed(modules):
    """An exception nobody uses would let the next one in unseen."""
    elsewhere = {f"moved.{name}": module for name, module in modules.items()}
    users = {line.split()[0].removeprefix("moved.") for line in misplaced_acts(elsewhere)}
    assert users == STATEMENTS | CACHING | STATEFUL


BAD = {
    "app.py": ("import streamlit", []),
    "pages/one.py": (
        "import app\nfrom pages import two",
        ["pages.one imports app", "pages.one imports pages", "pages.one imports pages.two"],
    ),
    "pages/two.py": ("from data import store", []),
    "components/up.py": (
        "from pages.two import x",
        ["components.up imports pages.two", "components.up imports pages.two.x"],
    ),
    "components/near.py": (
        "from . import up",
        ["components.near imports .", "components.near imports ..up"],
    ),
    "components/legend.py": ("import streamlit", ["components.legend reaches streamlit"]),
    "components/panel.py": ("import streamlit as st", []),
    "components/i18n.py": ("from components.panel import x", ["components.i18n reaches streamlit"]),
    "components/charts/bars.py": (
        "def draw():\n    from components import panel",
        ["components.charts.bars reaches streamlit"],
    ),
    "components/words/said.py": (
        "from streamlit import session_state",
        ["components.words.said reaches streamlit", "components.words.said uses session_state"],
    ),
    "components/kept.py": (
        "import streamlit as st\n@st.cache_data\ndef f():\n    st.session_state.x = 1",
        ["components.kept uses cache_data", "components.kept uses session_state"],
    ),
    "queries/asked.py": (
        "from components import i18n\ndef f(c):\n    return c.execute('x')",
        [
            "queries.asked imports components",
            "queries.asked imports components.i18n",
            "queries.asked reaches streamlit",
            "queries.asked uses execute",
        ],
    ),
    "queries/written.py": (
        "from sqlalchemy import text\n"
        "A = f'SELECT * FROM {1}'\n"
        "B = 'select a from %s' % 'b'\n"
        "C = 'delete from ' + 'b'\n"
        "D = 'WHERE year = ' + '1'\n",
        ["queries.written imports sqlalchemy.text"]
        + [f"queries.written writes SQL in line {line}" for line in (2, 3, 4, 5)],
    ),
    "queries/dialects.py": ("from sqlalchemy import text\nA = 'select a from b'", []),
    "queries/methods/sums.py": (
        "from queries import dialects",
        ["queries.methods.sums reaches sqlalchemy"],
    ),
    "data/upwards.py": (
        "from queries import dialects\nfrom sqlalchemy import create_engine",
        [
            "data.upwards imports queries",
            "data.upwards imports queries.dialects",
            "data.upwards uses create_engine",
        ],
    ),
    "data/told.py": ('"""Select rows from a file and order by name."""\n', []),
    "data/long.py": (
        "def f():\n" + "    x = 1\n" * 180,
        ["data.long has 181 lines", "data.long.f has 181 lines"],
    ),
}


def test_a_bad_house_breaks_every_rule(tmp_path):
    for name, (text, _) in BAD.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    found = {line for rule in RULES for line in rule(house(tmp_path))}
    assert sorted(found) == sorted(line for _, lines in BAD.values() for line in lines)
