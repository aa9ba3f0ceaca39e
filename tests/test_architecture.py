"""Hold the doors of the house by reading its imports; a bad house shows that each rule can fail."""

import ast
import re
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parent.parent
LEVELS = {"app": 3, "pages": 3, "components": 2, "queries": 1, "data": 0}

SHARED_ROOMS = ("base", "charts", "shell", "downloads", "slides", "scripts")
OPEN_ROOMS = ("heatmap",)
"""Rooms of pages that others may use: a heat map stands beside many numbers."""

FLOORS = {"base": 0, "downloads": 0, "charts": 1, "shell": 1, "slides": 2, "scripts": 2}
"""From below; a page's room stands above them all."""

SIDEWAYS = {
    ("versions", "import_data"),
    *(("explore", room) for room in ("dynamics", "low_performing", "school")),
}
"""A page's room that uses another's: who publishes, and why, is asked on both pages; exploring
shows the numbers of other pages in another order, so that no number is counted twice."""

INTAKE_FLOORS = (
    ("spelling", "declared"),
    ("received", "publishing"),
    ("returned", "screening"),
)
"""Rooms of the intake from below; those of one floor do not know each other."""

PURE_COMPONENTS = (
    *("charts", "downloads", "base.theme", "base.i18n", "base.markup", "base.records"),
    *("heatmap.cell_texts", "heatmap.legend", "heatmap.finding"),
    *("slides.cell_texts", "slides.files", "slides.pictures", "slides.slide", "slides.story"),
)
WITHOUT_STREAMLIT = ("queries", "data", *(f"components.{name}" for name in PURE_COMPONENTS))
"""Streamlit is not even reached through what these import; nor by any module of sentences."""

STATEMENTS = {"data.engines", "data.store", "data.migrations", "data.intake.publishing.draft"}
RUNNING = {"create_engine", "execute", "executemany", "exec_driver_sql", "read_sql", "from_url"}
CACHING, CACHES = set[str](), {"cache_data", "cache_resource"}
"""Streamlit's caches pickle or hash on each hit: components.base.load keeps by plain keys."""
STATEFUL = {
    "components.base.language",
    "components.explore.scatter_choice",
    "components.explore.side_pins",
    *(f"components.shell.{name}" for name in ("view_bar", "navigation", "viewed_version")),
    *(f"components.shell.{name}" for name in ("access", "internal_view", "offering", "signing_in")),
    *(f"components.shell.{name}" for name in ("school_search", "room", "several", "arranged")),
    "components.shell.handing",
    "components.heatmap.views",
    "components.slides.shelf",
    "components.scripts.headless",
    "components.decisions.form",
    "components.mentoring.proposal_part",
    "components.schools.picking",
    "components.schools.parts",
    *(f"components.import_data.{name}" for name in ("files", "publishing_form", "screening")),
    "components.import_data.recipe_draft",
    "components.versions.version_list",
    *(f"components.show.{name}" for name in ("doing", "editor", "files", "stories", "tools")),
}
DIALECTS = {"queries.dialects"}
SQL = re.compile(
    r"\bselect\b.+\bfrom\b|\binsert\s+into\b|\bdelete\s+from\b|\bupdate\s+\w+\s+set\b"
    r"|\b(create|drop|alter)\s+(table|view|index)\b|\b(where|order\s+by|group\s+by)\s+[\w.]+\s*"
    r"([=<>{%]|,|in\b|like\b|is\b|desc\b|$)",
    re.IGNORECASE | re.DOTALL,
)
FUNCTION_LINES, MODULE_LINES = 40, 250


class Module:
    def __init__(self, path):
        text = path.read_text(encoding="utf-8")
        self.is_room = path.name == "__init__.py"
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
            modules[name] = Module(path)
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


def room_of(name, house, modules):
    """Name the room inside `house` that a module is of; None for the house itself and others."""
    parts = name.split(".")
    if not within(name, (house,)) or len(parts) <= house.count(".") + 1:
        return None
    room = parts[house.count(".") + 1]
    return room if f"{house}.{room}" in modules else None


def between_rooms(house, modules):
    """Give (importing module, its room, room of what it imports) where the two differ."""
    for name, module in modules.items():
        here = room_of(name, house, modules)
        for found in sorted(module.imports):
            there = room_of(found, house, modules)
            if here and there and here != there:
                yield name, here, there


def strange_rooms(modules):
    """A room of components/ is a page's or a shared one; no module stands outside a room."""
    pages = {name.removeprefix("pages.") for name in modules if within(name, ("pages",))}
    for name, module in modules.items():
        if within(name, ("components",)) and name != "components":
            room = name.split(".")[1]
            if room not in pages | set(SHARED_ROOMS):
                yield f"{name} stands in no page's room"
            elif name.count(".") == 1 and not module.is_room:
                yield f"{name} stands outside a room"


def wrong_floors(modules):
    for name, here, there in between_rooms("components", modules):
        floor, other = FLOORS.get(here, 3), FLOORS.get(there, 3)
        if here not in SHARED_ROOMS and there in OPEN_ROOMS and here not in OPEN_ROOMS:
            continue
        if floor <= other and (here, there) not in SIDEWAYS:
            yield f"{name} imports components.{there}"
    floors = {room: floor for floor, rooms in enumerate(INTAKE_FLOORS) for room in rooms}
    for name, here, there in between_rooms("data.intake", modules):
        if floors[here] <= floors[there]:
            yield f"{name} imports data.intake.{there}"


def unnamed_rooms(modules):
    """A room says in its first line what belongs there."""
    for name, module in modules.items():
        if module.is_room and not ast.get_docstring(module.tree):
            yield f"{name} does not say what belongs there"


def misplaced_libraries(modules):
    for name in modules:
        pure = within(name, WITHOUT_STREAMLIT) or name.endswith("sentences")
        if pure and "streamlit" in roots(reached(name, modules)):
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


RULES = (
    *(wrong_directions, strange_rooms, wrong_floors, unnamed_rooms),
    *(misplaced_libraries, misplaced_acts, written_sql, oversized),
)


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
    "components/stray.py": ("", ["components.stray stands in no page's room"]),
    "components/shell/__init__.py": ("", ["components.shell does not say what belongs there"]),
    "components/attic/__init__.py": (
        '"""Old things."""',
        ["components.attic stands in no page's room"],
    ),
    "components/two.py": ("", ["components.two stands outside a room"]),
    "components/one/__init__.py": ('"""The page one."""', []),
    "components/base/__init__.py": ('"""The ground."""', []),
    "components/charts/__init__.py": ('"""Charts."""', []),
    "components/heatmap/__init__.py": (
        '"""The heat map."""',
        ["components.heatmap stands in no page's room"],
    ),
    "components/one/up.py": (
        "from pages.two import x",
        ["components.one.up imports pages.two", "components.one.up imports pages.two.x"],
    ),
    "components/one/near.py": (
        "from . import up",
        ["components.one.near imports .", "components.one.near imports ..up"],
    ),
    "components/one/shown.py": ("from components.heatmap import legend", []),
    "components/heatmap/legend.py": (
        "import streamlit\nfrom components.one import shown",
        ["components.heatmap.legend reaches streamlit"]
        + ["components.heatmap.legend imports components.one"]
        + ["components.heatmap.legend stands in no page's room"],
    ),
    "components/shell/panel.py": ("import streamlit as st", []),
    "components/base/i18n.py": (
        "from components.shell.panel import x",
        ["components.base.i18n imports components.shell"]
        + ["components.base.i18n reaches streamlit"],
    ),
    "components/charts/bars.py": (
        "def draw():\n    from components.shell import panel",
        ["components.charts.bars reaches streamlit"]
        + ["components.charts.bars imports components.shell"],
    ),
    "components/one/sentences.py": (
        "from streamlit import session_state",
        [
            "components.one.sentences reaches streamlit",
            "components.one.sentences uses session_state",
        ],
    ),
    "components/one/kept.py": (
        "import streamlit as st\n@st.cache_data\ndef f():\n    st.session_state.x = 1",
        ["components.one.kept uses cache_data", "components.one.kept uses session_state"],
    ),
    "queries/asking.py": (
        "from components.base import i18n\ndef f(c):\n    return c.execute('x')",
        [
            "queries.asking imports components.base",
            "queries.asking imports components.base.i18n",
            "queries.asking reaches streamlit",
            "queries.asking uses execute",
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
    "data/intake/declared/__init__.py": ('"""Declared rows."""', []),
    "data/intake/received/__init__.py": ('"""Received files."""', []),
    "data/intake/declared/rows.py": (
        "from data.intake.received import sheets",
        ["data.intake.declared.rows imports data.intake.received"],
    ),
    "data/told.py": ('"""Select rows from a file and order by name."""\n', []),
    "data/long.py": (
        "def f():\n" + "    x = 1\n" * 250,
        ["data.long has 251 lines", "data.long.f has 251 lines"],
    ),
}


def test_a_bad_house_breaks_every_rule(tmp_path):
    for name, (text, _) in BAD.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    found = {line for rule in RULES for line in rule(house(tmp_path))}
    assert sorted(found) == sorted(line for _, lines in BAD.values() for line in lines)
