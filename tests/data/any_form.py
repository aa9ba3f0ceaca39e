"""True tables written into forms as people make them, by chance: files, their recipes, their truth.

A case is made by its number alone, so that any of them can be made again.
"""

import random
from dataclasses import dataclass, field
from datetime import datetime
from io import BytesIO

import xlsxwriter

from data.intake.received.recipe import SCHOOL_NAME, ColumnRule, Given, Mark, Recipe
from data.intake.received.school_names import KnownSchool
from tests.data.intake.sent_files import ods, text

PLACES = {
    "75603000": ("Агаповский МР", "Агаповский муниципальный район", "Агаповский район"),
    "75606000": ("Аргаяшский район", "Аргаяшский мун. район", "2. Аргаяшский МР"),
    "75609000": ("Ашинский МР", "Администрация Ашинского района", "Ашинский район¹"),
    "75701000": ("Челябинский ГО", "г. Челябинск", "Челябинский городской округ"),
    "75728000": ("Копейский ГО", "Копейский городской округ", "г.Копейск"),
}
SUBJECTS = {
    "russian": ("Русский язык", "русский язык", "РУССКИЙ ЯЗЫК"),
    "mathematics_base": ("Математика (база)", "Математика базовая"),
    "mathematics_profile": ("Математика (профиль)", "Математика профильная"),
}
MEASURES = {
    "participants": ("Участников", "приняло участие", "кол-во участников, чел.", "писало работу"),
    "below_threshold": ("Ниже порога", "не преодолели порог", "двойки", "не справились, чел."),
    "mean_score": ("Средний балл", "ср. балл", "балл средний"),
}
INDICATORS = {
    "IND-21": ("Укомплектованность", "Укомплектованность кадрами"),
    "IND-20": ("Обучены педагоги", "Доля обученных учителей"),
    "IND-03": ("С наставником", "Охват наставниками"),
}
KEYS = {
    "oktmo": ("Муниципалитет", "Территория", "МО", "Где находится"),
    "school_id": ("Школа", "Образовательная организация", "Наименование ОО", "Учреждение"),
    "subject": ("Предмет", "Дисциплина"),
    "year": ("Год", "Отчётный год"),
    "indicator": ("Показатель", "Наименование показателя"),
}
KNOWN = [
    KnownSchool(f"{oktmo[:2]}-{oktmo[2:5]}-{kind}-{n}", oktmo, f"{kind} № {n}")
    for oktmo in PLACES
    for kind in ("СОШ", "ООШ", "Гимназия", "Лицей")
    for n in (1, 2, 11, 12)
]
SPELLINGS = ("{} № {}", "МБОУ «{} №{}»", "МАОУ {} {}", "МБОУ {} №{}*", "{} N {}")
KINDS = ("exam_wide", "exam_long", "exam_years", "years", "indicators", "long")
FORMATS = ("xlsx", "xlsx", "xlsx", "csv", "ods")
TOTALS = ("Итого", "ВСЕГО", "Итого по региону:", "Всего по области")
MARKS = ("н/д", "–", "…", "x", "нет данных", "-")
WIDTH = 30


@dataclass
class Column:
    """One column to be: the words over it from above, and what it gives."""

    words: list[str]
    gives: str = ""
    given: tuple[Given, ...] = ()
    style: str = ""
    of: tuple[str, ...] = ()


@dataclass
class Case:
    """One file, the recipe of its form, and its rows by row number and keys."""

    number: int
    kind: str
    name: str = ""
    content: bytes = b""
    recipe: Recipe | None = None
    sheet: str = ""
    truth: set[tuple[object, ...]] = field(default_factory=set)
    expected: set[str] = field(default_factory=set)
    """Rules of the questions that the file gives reason for."""
    features: list[str] = field(default_factory=list)
    top: int = 0
    """The first row of the header."""


class Maker:
    """Writes one case; what is drawn depends on its number alone."""

    def __init__(self, number: int) -> None:
        self.chance = random.Random(number)
        self.case = Case(number, self.pick(KINDS))
        self.format = self.pick(FORMATS)
        self.lines: list[list[object]] = []
        self.merged: list[tuple[int, int, int, int]] = []
        self.hidden: set[int] = set()
        self.marks: set[Mark] = set()
        self.is_exam = self.case.kind.startswith("exam")

    def pick(self, of):
        return self.chance.choice(list(of))

    def now(self, share, feature=""):
        """Say whether something is to be in this case, by its share of cases."""
        drawn = self.chance.random() < share
        if drawn and feature:
            self.case.features.append(feature)
        return drawn

    def some(self, of, least=1, most=3):
        of = list(of)
        return self.chance.sample(of, self.chance.randint(least, min(most, len(of))))

    def made(self) -> Case:
        year = str(self.chance.randint(2019, 2024))
        self.columns = self._columns()
        self.depth = max(len(column.words) for column in self.columns)
        self._shuffle()
        self._constants(year)
        self._above()
        self._header()
        self._body(year)
        self._below()
        self._recipe()
        self._write()
        return self.case

    # What stands over the columns.

    def _columns(self) -> list[Column]:
        """Make the columns of values; those of keys are added by `_shuffle`."""
        kind, found = self.case.kind, []
        measures = {
            name: self.pick(MEASURES[name])
            for name in self.some(("mean_score",), 0, 1) + ["participants", "below_threshold"]
        }
        subjects = {code: self.pick(SUBJECTS[code]) for code in self.some(SUBJECTS)}
        indicators = {code: self.pick(INDICATORS[code]) for code in self.some(INDICATORS)}
        years = sorted(self.some(range(2018, 2025), 2, 4))
        said = self.pick(("{}", "{} год", "{} г.", "{}/{:02d} уч. год"))
        self.style = self.pick(("plain", "comma", "percent", "parts"))
        self.subjects, self.indicators = subjects, indicators
        if kind == "exam_wide":
            for code, word in subjects.items():
                for name, measure in measures.items():
                    own = (Given("subject", "fixed", code),)
                    found.append(Column([word, measure], name, own, of=("subject", code)))
        elif kind == "exam_long":
            found = [Column([word], name) for name, word in measures.items()]
        elif kind == "exam_years":
            for n in years:
                for name, measure in measures.items():
                    own = (Given("year", "heading"),)
                    word = self._year(said, n)
                    found.append(Column([word, measure], name, own, of=("year", str(n))))
        elif kind == "years":
            for n in years:
                own = (
                    Given("indicator", "fixed", next(iter(indicators))),
                    Given("year", "heading"),
                )
                word = self._year(said, n)
                found.append(Column([word], "value", own, self.style, ("year", str(n))))
        elif kind == "indicators":
            for code, word in indicators.items():
                for n in years:
                    own = (Given("indicator", "fixed", code), Given("year", "heading"))
                    words = [word, self._year(said, n)]
                    of = ("indicator", code, "year", str(n))
                    found.append(Column(words, "value", own, self.style, of))
        else:
            found = [Column(["Значение"], "value", (), self.style)]
        if len(found[0].words) == 2 and self.now(0.25, "one_row_of_two"):
            for column in found:
                column.words = [": ".join(column.words)]
        if self.now(0.25, "units"):
            for column in found:
                column.words = [*column.words, self._unit(column)]
        while len(found[0].words) < 4 and self.now(0.3, "over_all"):
            for column in found:
                over = self.pick(("из них",)) if len(found[0].words) else ""
                column.words = [
                    f"{over} {'в том числе' if len(column.words) > 2 else ''}".strip(),
                    *column.words,
                ]
        return found

    def _year(self, said, n):
        return said.format(n - 1, n % 100) if "/" in said else said.format(n)

    def _unit(self, column):
        if column.gives == "value":
            return "доля" if self.style == "parts" else "%"
        return "балл" if column.gives == "mean_score" else "чел."

    def _shuffle(self) -> None:
        """Add the columns of keys, one of row numbers, remarks and empty ones, in some order."""
        keys = ["oktmo", *(["school_id"] if self.is_exam else [])]
        keys += {"exam_long": ["subject"], "long": ["year", "indicator"]}.get(self.case.kind, [])
        left = [Column([self.pick(KEYS[name])], name) for name in keys]
        if self.now(0.3, "keys_in_any_order"):
            self.chance.shuffle(left)
        if self.now(0.5, "row_numbers"):
            left = [Column(["№ п/п"]), *left]
        right = (
            [Column([self.pick(("Прим.", "Ответственный отдел"))])]
            if self.now(0.3, "remarks")
            else []
        )
        if self.now(0.15, "empty_column"):
            left = [Column([]), *left]
        if self.now(0.1, "empty_column_inside"):
            right = [Column([]), *right]
        values = self.columns
        if self.now(0.2, "values_in_any_order"):
            size = sum(column.of == values[0].of for column in values)
            groups = [values[n : n + size] for n in range(0, len(values), size)]
            self.chance.shuffle(groups)
            values = [column for group in groups for column in group]
        if self.now(0.15, "keys_on_the_right") and not (self.depth > 1 and self.format == "csv"):
            left, right = [], [*left, *right]
        self.columns = [*left, *values, *right]

    def _constants(self, year) -> None:
        """Decide where the values stand that no cell tells."""
        self.title, self.case.sheet, self.case.name = [], self.pick(("Лист1", "Данные")), "отчет"
        told = []
        years_inside = self.case.kind in ("exam_years", "years", "indicators", "long")
        if not years_inside:
            where = self.pick(("sheet", "title", "file", "fixed"))
            if where == "sheet":
                self.case.sheet = self.pick((year, f"{year} год", f"ЕГЭ {year}"))
            elif where == "title":
                self.title.append(f"по состоянию на конец {year} года")
            else:
                self.case.name += f"_{year}" if where == "file" else ""
                self.case.expected |= {"year_of_recipe"} if where == "fixed" else set()
            if where == "fixed" and self.now(0.7):
                self.case.expected.discard("year_of_recipe")
                self.title.append(f"Отчёт за {year} год")
            told.append(Given("year", where, year if where == "fixed" else ""))
        if self.is_exam:
            where = self.pick(("title", "fixed"))
            if where == "title":
                self.title.append(self.pick(("Результаты ЕГЭ", "ЕГЭ по школам области")))
            told.append(Given("procedure", where, "EGE" if where == "fixed" else ""))
            told.append(Given("grade", "fixed", "11"))
            told.append(Given("school.locality", "fixed", "urban"))
        else:
            told.append(Given("source", "fixed", "отчёт"))
        if self.case.kind == "exam_years":
            self.subject = next(iter(self.subjects))
            told.append(Given("subject", "fixed", self.subject))
        if self.now(0.3, "more_titles"):
            self.title += ["Приложение 2 к письму министерства"]
        if self.format == "csv":
            self.case.sheet = ""
            if any(given.where == "sheet" for given in told):
                told = [Given("year", "file") if g.where == "sheet" else g for g in told]
                self.case.name = f"отчет_{year}"
        self.given, self.year = tuple(told), year

    def _above(self) -> None:
        for title in self.title:
            place = self.pick((0, 0, min(2, len(self.columns) - 1)))
            self.lines.append([None] * place + [title])
        if self.title and self.now(0.3, "gap_above"):
            self.lines.append([])

    def _header(self) -> None:
        """Write the rows of the header: words over several columns merged, keys high or low."""
        deepest = max(len(column.words) for column in self.columns)
        at_top = self.now(0.5, "keys_at_top")
        values = {
            n for n, c in enumerate(self.columns) if c.given or c.gives in (*MEASURES, "value")
        }
        levels = [[""] * len(self.columns) for _ in range(deepest)]
        for place, column in enumerate(self.columns):
            words = column.words
            start = 0 if place in values or at_top else deepest - len(words)
            for n, word in enumerate(words):
                levels[start + n][place] = word
        self.header = tuple(
            " · ".join(dict.fromkeys(word for word in column if word))
            for column in zip(*levels, strict=True)
        )
        top = len(self.lines)
        self.case.top = top + 1
        for n, level in enumerate(levels):
            shown = list(level)
            if n < deepest - 1:
                for first, last in self._runs(level, values):
                    shown[first + 1 : last + 1] = [""] * (last - first)
                    self.merged.append((top + n, first, top + n, last))
            self.lines.append([said or None for said in shown])
        if at_top and deepest > 1:
            self.merged += [
                (top, n, top + deepest - 1, n)
                for n, column in enumerate(self.columns)
                if n not in values and column.words
            ]
        self.block = self.lines[top:]
        self.header_rows = deepest
        if self.now(0.3, "number_line"):
            self.lines.append(list(range(1, len(self.columns) + 1)))

    def _runs(self, level, values):
        """List the runs of equal words of columns of values, of two and more."""
        start, found = 0, []
        for n in range(1, len(level) + 1):
            if n == len(level) or level[n] != level[start] or n not in values:
                if n - start > 1 and level[start] and start in values:
                    found.append((start, n - 1))
                start = n
        return found

    # What stands in the rows.

    def _body(self, year) -> None:
        once = self.pick(("all", "all", "merged", "down"))
        once = "down" if once == "merged" and self.format != "xlsx" else once
        once = "all" if self.case.kind == "years" or self.case.kind == "indicators" else once
        self.once = once
        self.case.features.append(f"place_{once}")
        self.has_marks = self.now(0.2, "marks")
        self.has_subtotals = self.is_exam and self.now(0.15, "subtotals")
        self.has_blank_rows = self.now(0.1, "blank_rows")
        total = self.pick((None, "first", "last", "last"))
        self._total(total == "first")
        places = self.some(PLACES, 2, 5)
        repeat = self.now(0.1, "header_repeated")
        for number, oktmo in enumerate(places):
            if repeat and number == 1:
                self.lines += [list(line) for line in self.block]
            elif number and self.has_blank_rows:
                self.lines.append([])
            self._of_place(oktmo, self.pick(PLACES[oktmo]))
        self._total(total == "last")

    def _of_place(self, oktmo, said) -> None:
        start = len(self.lines)
        place = next(n for n, column in enumerate(self.columns) if column.gives == "oktmo")
        for keys in self._keys_of(oktmo):
            again = len(self.lines) > start and self.once != "all"
            self._row(oktmo, None if again else said, keys)
        if self.once == "merged" and len(self.lines) - start > 1:
            self.merged.append((start, place, len(self.lines) - 1, place))
        if self.has_subtotals:
            at = next(n for n, column in enumerate(self.columns) if column.gives == "school_id")
            line: list[object] = [None] * len(self.columns)
            line[at] = self.pick(("Итого по району", "Всего", "Итого по МО:"))
            self._fill_total(line)

    def _keys_of(self, oktmo):
        """List the keys of the rows of a place: each column's text, and what it truly is."""
        schools = [one for one in KNOWN if one.oktmo == oktmo]
        if self.is_exam:
            for one in self.some(schools, 1, 4):
                kind, _, n = one.name.split()
                name = self.pick(SPELLINGS).format(kind, n)
                own = {"school_id": (name, one.school_id)}
                if self.case.kind == "exam_long":
                    for code, word in self.subjects.items():
                        yield own | {"subject": (word, code)}
                else:
                    yield own
        elif self.case.kind == "long":
            for n in range(2020, 2020 + self.chance.randint(1, 3)):
                for code in self.indicators:
                    shown = self.pick((n, str(n), f"{n} г."))
                    yield {"year": (shown, str(n)), "indicator": (INDICATORS[code][0], code)}
        else:
            yield {}

    def _row(self, oktmo, said, keys) -> None:
        line: list[object] = []
        row = len(self.lines) + 1
        rows: dict[tuple[str, ...], dict[str, object]] = {}
        for place, column in enumerate(self.columns):
            if column.gives == "oktmo":
                line.append(said)
            elif column.gives in keys:
                line.append(keys[column.gives][0])
            elif column.gives in (*MEASURES, "value"):
                shown, true = self._value(column, place)
                line.append(shown)
                rows.setdefault(column.of, {})[column.gives] = true
            elif column.words == ["№ п/п"]:
                line.append(row)
            else:
                line.append("есть" if column.words and self.now(0.5) else None)
        self.lines.append(line)
        for of, values in rows.items():
            if all(true is None for true in values.values()):
                continue
            told = {name: true for name, (_, true) in keys.items()}
            told |= dict(zip(of[::2], of[1::2], strict=True))
            self._true(row, oktmo, told, values)
            needed = {"participants", "below_threshold", "value"} & set(values)
            if any(values[name] is None for name in needed):
                self.case.expected.add("empty_cell")

    def _true(self, row, oktmo, told, values) -> None:
        year = told.get("year", self.year)
        if self.is_exam:
            subject = told.get("subject") or self.subject
            measured = tuple(values.get(name) for name in MEASURES)
            self.case.truth.add((row, told["school_id"], year, subject, *measured))
        else:
            code = told.get("indicator") or next(iter(self.indicators))
            self.case.truth.add((row, oktmo, year, code, values["value"]))

    def _value(self, column, place):
        """Draw a cell and what it truly says."""
        if self.has_marks and self.now(0.05):
            mark = self.pick(MARKS)
            if self.case.number % 4:
                self.marks.add(Mark(place, mark))
            else:
                self.case.expected.add("mark_asked")
            return mark, None
        if column.gives == "mean_score":
            tenths = self.chance.randint(200, 999)
            return self.pick((tenths / 10, f"{tenths // 10},{tenths % 10}")), tenths / 10
        if column.gives == "value":
            return self._share()
        n = self.chance.choice((self.chance.randint(2, 90), self.chance.randint(1000, 3000)))
        n = n if column.gives == "participants" else self.chance.randint(0, 2)
        grouped = f"{n:,}".replace(",", self.pick((" ", "\u00a0", "\u202f")))
        return self.pick((n, n, str(n), grouped)), n

    def _share(self):
        tenths = self.chance.randint(11, 999)
        if self.style == "parts":
            return self.pick((tenths / 1000, f"0,{tenths:03d}")), tenths / 10
        said = f"{tenths // 10},{tenths % 10}"
        shown = {
            "plain": tenths / 10,
            "comma": said,
            "percent": self.pick((f"{said}%", f"{said} %")),
        }
        return shown[self.style], tenths / 10

    def _total(self, is_here) -> None:
        if not is_here:
            return
        line: list[object] = [None] * len(self.columns)
        at = [n for n, column in enumerate(self.columns) if column.gives == "oktmo"]
        line[at[0]] = self.pick(TOTALS)
        self._fill_total(line)

    def _fill_total(self, line) -> None:
        for n, column in enumerate(self.columns):
            if column.gives in (*MEASURES, "value"):
                line[n] = self.chance.randint(1, 90)
        self.lines.append(line)

    def _below(self) -> None:
        if self.now(0.3, "notes"):
            self.lines += [[]] * self.chance.randint(0, 2)
            for note in self.some(
                (
                    "* по данным муниципалитетов",
                    "Исп. отдел мониторинга, тел. 12-34",
                    "Примечание: без вечерних школ",
                ),
                1,
                2,
            ):
                self.lines.append([note])
        if self.format == "xlsx" and self.now(0.04, "hidden_row"):
            rows = sorted({row for row, *_ in self.case.truth})
            self.hidden.add(self.pick(rows) - 1)
            self.case.expected.add("hidden_rows")

    def _recipe(self) -> None:
        rules = []
        for place, column in enumerate(self.columns):
            if not column.gives:
                continue
            reading = SCHOOL_NAME if column.gives == "school_id" else "as_written"
            reading = "parts_of_one" if column.style == "parts" else reading
            down = column.gives == "oktmo" and self.once == "down"
            rules.append(ColumnRule(place, column.gives, reading, column.given, down))
        table = "assessment_result" if self.is_exam else "indicator_value"
        self.case.recipe = Recipe(
            "Форма",
            table,
            self.header,
            self.header_rows,
            tuple(rules),
            self.given,
            "75",
            tuple(sorted(self.marks, key=str)),
        )

    def _write(self) -> None:
        self.case.name = f"{self.case.name}.{self.format}"
        if self.format == "csv":
            width = len(self.columns)
            rows = [[*line, *[None] * (width - len(line))] for line in self.lines]
            self.case.content = text(
                rows, self.pick(";\t"), self.pick(("utf-8", "cp1251")) if False else "utf-8"
            )
        elif self.format == "ods":
            self.case.content = ods(self.lines, self.case.sheet)
        else:
            self.case.content = self._workbook()

    def _workbook(self) -> bytes:
        sink = BytesIO()
        with xlsxwriter.Workbook(sink, {"in_memory": True}) as book:
            book.set_properties({"created": datetime(2024, 1, 1)})
            page = book.add_worksheet(self.case.sheet)
            for top, left, bottom, right in self.merged:
                page.merge_range(top, left, bottom, right, "")
            for row, line in enumerate(self.lines):
                for place, cell in enumerate(line):
                    if cell is not None:
                        page.write(row, place, cell)
            for row in self.hidden:
                page.set_row(row, options={"hidden": True})
        return sink.getvalue()


def case(number: int) -> Case:
    """Make the case of a number."""
    return Maker(number).made()
