"""Whatever form a true table is written into, its recipe gives the same rows, or asks at a cell."""

from dataclasses import replace

from foreign_forms import by_year
from hypothesis import given, settings
from hypothesis import strategies as st
from sent_files import REGISTER

from data.intake.declared.checks import faults
from data.intake.received import recipe_reading
from data.intake.received.recipe import SCHOOL_NAME, ColumnRule, Given, Mark, Recipe
from data.intake.received.school_names import own_code
from data.intake.received.workbooks import Sheet

# No database of examples: a test leaves nothing beside the project.
SETTINGS = settings(max_examples=150, database=None, derandomize=True, deadline=None)
PLACES = {
    "Агаповский МР": "75603000",
    "Аргаяшский муниципальный район": "75606000",
    "Ашинский район": "75609000",
    "Челябинский ГО": "75701000",
}
SUBJECTS = {
    "Русский язык": "russian",
    "Математика (база)": "mathematics_base",
    "Математика (профиль)": "mathematics_profile",
}
MARKS = ("н/д", "–", "…", "x", "нет данных")
SCHOOLS = [f"{kind} № {n}" for kind in ("СОШ", "ООШ", "Гимназия") for n in (1, 2, 17)]
MEASURES = {"participants": "приняло участие", "below_threshold": "не преодолели порог"}

cells = st.one_of(
    st.integers(0, 2000),
    st.integers(0, 2000).map(str),
    st.integers(1000, 2000).map(lambda n: f"{n // 1000} {n % 1000:03d}"),
    st.none(),
    st.sampled_from(MARKS),
)


def number(cell):
    """What a cell truly says: nothing, or its number."""
    if cell is None or cell in MARKS:
        return None
    return int(str(cell).replace(" ", ""))


@st.composite
def around(draw):
    """What people write around a table: titles, a line of numbers, totals, notes."""
    return {
        "titles": draw(st.lists(st.sampled_from(["Сводная таблица", "Приложение 2"]), max_size=2)),
        "numbers": draw(st.booleans()),
        "total": draw(st.sampled_from([None, "first", "last"])),
        "notes": draw(st.lists(st.just("* по данным муниципалитетов за год"), max_size=2)),
        "numbered": draw(st.booleans()),
        "extra": draw(st.booleans()),
        "once": draw(st.sampled_from(["all", "merged", "down"])),
        "gap": draw(st.integers(0, 2)),
        "known": draw(st.booleans()),
    }


class Written:
    """A sheet being written from above, with what a reader of it should tell."""

    def __init__(self, how):
        self.how, self.rows, self.merged, self.told = how, [], [], {}
        self.row = 0
        for title in how["titles"]:
            self.add([title], "skipped_title")

    def add(self, cells, told=None):
        self.row += 1
        self.rows.append((self.row, list(cells)))
        if told:
            self.told[self.row] = told
        return self.row

    def header(self, levels):
        """Write the rows of a header, equal neighbours above the last as merged cells."""
        for depth, level in enumerate(levels):
            shown = list(level)
            if depth < len(levels) - 1:
                start = 0
                for n in range(1, len(level) + 1):
                    if n == len(level) or level[n] != level[start] or not level[n]:
                        if n - start > 1:
                            self.merged.append(((self.row, start), (self.row, n - 1)))
                            shown[start + 1 : n] = [""] * (n - start - 1)
                        start = n
            self.add(shown)
        width = len(levels[0])
        if self.how["numbers"]:
            self.add(range(1, width + 1), "skipped_header")

    def total(self, where, width, first):
        if self.how["total"] == where:
            cells = [""] * width
            cells[first] = "Итого по региону"
            self.add([*cells[:-1], 999], "skipped_total")

    def sheet(self):
        self.row += self.how["gap"]
        for note in self.how["notes"]:
            self.add([note], "skipped_note")
        return Sheet("2022", self.rows, tuple(self.merged))


@st.composite
def exams(draw):
    """School × subject in the rows, or subjects over measures: the sheet, its recipe, its truth."""
    how, wide = draw(around()), draw(st.booleans())
    subjects = draw(st.lists(st.sampled_from(list(SUBJECTS)), min_size=1, max_size=3, unique=True))
    depth = draw(st.integers(1, 4))
    places = draw(st.lists(st.sampled_from(list(PLACES)), min_size=1, max_size=3, unique=True))
    left = (["№ п/п"] if how["numbered"] else []) + ["Территория", "Школа"]
    first = len(left) - 2
    if wide:
        over = [(subject, name) for subject in subjects for name in MEASURES]
    else:
        left, over = [*left, "Предмет"], [("", name) for name in MEASURES]
    right = ["Прим."] if how["extra"] else []
    words = [[*left, *(MEASURES[m] for _, m in over), *right]]
    if wide:
        words = [[*[""] * len(left), *(s for s, _ in over), *[""] * len(right)], *words]
        if depth == 1:
            words = [[*left, *(f"{s}: {MEASURES[m]}" for s, m in over), *right]]
    while len(words) < depth:
        top = [*[""] * len(left), *["из них"] * len(over), *[""] * len(right)]
        words = [[f"{w}{len(words)}" if w else "" for w in top], *words]
    page = Written(how)
    page.header(words)
    width = len(words[0])
    page.total("first", width, first)
    truth, marks, counter = [], {}, 0
    for place in places:
        start = page.row
        names = st.lists(st.sampled_from(SCHOOLS), min_size=1, max_size=3, unique=True)
        for name in draw(names):
            for subject in [None] if wide else subjects:
                values = [draw(cells) for _ in over]
                counter += 1
                shown = place if how["once"] == "all" or page.row == start else ""
                lead = ([counter] if how["numbered"] else []) + [shown, name]
                line = [*lead, *([] if wide else [subject]), *values]
                row = page.add([*line, "есть"] if right else line)
                own = own_code(name, PLACES[place])
                for at, value in enumerate(values):
                    if value in MARKS:
                        marks.setdefault((len(left) + at, value), []).append(row)
                for at in range(0, len(over), 2):
                    of = over[at][0] or subject
                    pair = (number(values[at]), number(values[at + 1]))
                    if pair != (None, None):
                        truth.append((row, own, SUBJECTS[of], *pair))
        if how["once"] == "merged" and page.row - start > 1:
            page.merged.append(((start, first), (page.row - 1, first)))
    page.total("last", width, first)
    down = how["once"] == "down"
    rules = [ColumnRule(first, "oktmo", down=down), ColumnRule(first + 1, "school_id", SCHOOL_NAME)]
    for at, (subject, measure) in enumerate(over):
        of = (Given("subject", "fixed", SUBJECTS[subject]),) if wide else ()
        rules.append(ColumnRule(len(left) + at, measure, given=of))
    if not wide:
        rules.append(ColumnRule(first + 2, "subject"))
    fixed = {"procedure": "EGE", "grade": "11", "school.locality": "urban"}
    given_ = (Given("year", "sheet"), *(Given(c, "fixed", v) for c, v in fixed.items()))
    joined = tuple(
        " · ".join(dict.fromkeys(word for word in column if word))
        for column in zip(*words, strict=True)
    )
    known = tuple(Mark(*mark) for mark in marks) if how["known"] else ()
    recipe = Recipe(
        "Экзамен", "assessment_result", joined, len(words), tuple(rules), given_, "75", known
    )
    return page.sheet(), page.told, recipe, truth, marks


@given(exams())
@SETTINGS
def test_an_exam_in_any_form_gives_its_rows_and_asks_about_every_mark(case):
    sheet, told, recipe, truth, marks = case
    files, problems = recipe_reading.read(recipe, sheet, "ege.xlsx", REGISTER)
    read = [file for file in files if file.table.name == "assessment_result"]
    found = [
        (row, line["school_id"], line["subject"], *(_int(line[m]) for m in MEASURES))
        for file in read
        for row, line in zip(file.places.to_pylist(), file.rows.to_pylist(), strict=True)
    ]
    assert sorted(found, key=str) == sorted(truth, key=str)
    assert not any(p.level == "stop" for p in problems)
    asked = {(p.row, p.value, p.column, p.expected) for p in problems if p.rule.startswith("mark")}
    assert asked == {
        (rows[0], mark, recipe.header[place], str(len(rows)))
        for (place, mark), rows in marks.items()
    }
    assert {p.level for p in problems if p.rule.startswith("mark")} <= (
        {"note"} if recipe.marks else {"acknowledge"}
    )
    skipped = {p.row: p.rule for p in problems if p.rule.startswith("skipped")}
    assert skipped == told
    taken = {row for row, *_ in truth}
    empty = {p.row for p in problems if p.rule == "nothing_taken"}
    assert all(row in taken | empty | set(skipped) for row, _ in _below(sheet, recipe))
    holes = {row for row, _, _, *pair in truth if None in pair}
    named = {p.row for file in read for p in faults(file, {}) if p.rule == "empty_cell"}
    assert named == holes


def _int(text):
    return None if text is None else int(text)


def _below(sheet, recipe):
    """The rows below the header."""
    titles = sum(1 for _, cells in sheet.rows if cells[0] in ("Сводная таблица", "Приложение 2"))
    return sheet.rows[titles + recipe.header_rows :]


shares = st.one_of(
    st.integers(1, 999).map(lambda n: n / 10),
    st.integers(1, 999).map(lambda n: f"{n // 10},{n % 10}"),
    st.integers(1, 999).map(lambda n: f"{n // 10},{n % 10} %"),
    st.none(),
)


@given(
    st.lists(
        st.tuples(st.sampled_from(list(PLACES)), st.lists(shares, min_size=3, max_size=3)),
        min_size=1,
        unique_by=lambda line: line[0],
    ),
    st.permutations([0, 1, 2, 3]),
    st.booleans(),
)
@SETTINGS
def test_years_in_the_columns_give_a_row_each_in_any_order(lines, order, parts):
    header = ["Муниципалитет", "2020", "2021", "2022"]
    rules = [ColumnRule(0, "oktmo"), *by_year(2020, 2021, 2022)]
    rules = [
        replace(rules[was], place=now, reading="parts_of_one" if was and parts else "as_written")
        for now, was in enumerate(order)
    ]
    rows = [[header[was] for was in order]]
    rows += [[[place, *values][was] for was in order] for place, values in lines]
    recipe = Recipe(
        "Доли",
        "indicator_value",
        tuple(rows[0]),
        1,
        tuple(rules),
        (Given("source", "fixed", "отчёт"),),
        "75",
    )
    files, problems = recipe_reading.read(
        recipe, Sheet("", list(enumerate(rows, 1))), "доли.xlsx", REGISTER
    )
    found = {
        (row, line["oktmo"], line["year"]): round(float(line["value"]), 6)
        for file in files
        for row, line in zip(file.places.to_pylist(), file.rows.to_pylist(), strict=True)
    }
    times = 100 if parts else 1
    assert found == {
        (row, PLACES[place], str(2020 + n)): round(
            float(str(value).removesuffix(" %").replace(",", ".")) * times, 6
        )
        for row, (place, values) in enumerate(lines, 2)
        for n, value in enumerate(values)
        if value is not None
    }
    assert not any(p.level == "stop" for p in problems)
