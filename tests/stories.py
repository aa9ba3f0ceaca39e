"""Stories of real charts over the demonstration, and of texts that nobody should write."""

from dataclasses import replace

import pyarrow as pa

from components.base.i18n import Words
from components.dynamics import changes, lines
from components.dynamics.choice import DynamicsView
from components.dynamics.numbers import numbers
from components.heatmap import figures as heatmap_figures
from components.heatmap.choice import HeatmapView
from components.heatmap.numbers import heat
from components.slides.slide import Column, Native, Series, Slide
from components.slides.story import Story

ABSURD = {
    "long": "Муниципальное бюджетное общеобразовательное учреждение " * 4 + "имени Первопроходцев",
    "one word": "Щ" * 235,
    "markup": "<script>alert(1)</script> #box[*жирно*] $x^2$ & \"кавычки\" 'и' «ёлочки» \\ _x_ `y`",
    "formula": "=HYPERLINK(1)+2",
    "emoji": "Школа 😀 👩‍👩‍👧 漢字 ✓",
    "turned": "שלום مدرسة Школа \u202eабв",
    "unseen": "Школа\x07 № 7\u200b конец",
    "lines": "первая\nвторая\tтретья",
    "space": "  края  ",
}


def plain(spec):
    """Unpack the rows that a page keeps as Arrow tables."""
    rows = {
        name: rows.to_pylist() if isinstance(rows, pa.Table) else rows
        for name, rows in spec["datasets"].items()
    }
    return spec | {"datasets": rows}


def slide(language="ru", **changed):
    """Make a slide of nothing but what is said."""
    usual = Slide(
        page="dynamics",
        link="dynamics?region=60",
        finding="Доля ниже порога за пять лет не изменилась",
        detail="31,3 % в 2022 году при 31,1 % в 2018",
        scope="Ростовская область · 2018–2022",
        columns=(),
        rows=(),
        source="Результаты ВПР, демонстрационный набор",
        version="20261121T140512-ab12cd34",
        made_at="21.11.2026, 14:05",
        language=language,
        demonstration="Демонстрационные данные",
        notes=("Доля ниже порога: участники без порога из всех.", "Не для сравнения школ."),
    )
    return replace(usual, **changed)


def of_demonstration(language):
    """Make five slides of the demonstration: three numbers, parts, years, a map, a long table."""
    view = DynamicsView("60", 2019, 2017, indicator="IND-07-VPR", value="share", language=language)
    map_view = HeatmapView("60", 2019, 2017, indicator="IND-07-VPR", language=language)
    slides = (
        _numbers(view),
        _parts(view),
        _years(view),
        _map(map_view),
        _everything(map_view),
    )
    return Story("Рассказ о регионе", slides, ("Спросить зал", *[""] * (len(slides) - 1)))


def _numbers(view):
    found = changes.three(view)
    rows = tuple(found[["label", "value", "low", "high"]].itertuples(index=False, name=None))
    keys = (("label", "text"), *((key, "decimal") for key in ("value", "low", "high")))
    return slide(
        view.language,
        columns=tuple(Column(key, key.title(), kind) for key, kind in keys),
        rows=tuple(tuple(None if cell != cell else cell for cell in row) for row in rows),
        spec=plain(changes.three_spec(view, "light")),
        description="Три числа: наблюдённое, ожидаемое и чистое изменение",
        native=Native(
            "bars",
            tuple(row[0] for row in rows),
            (Series("п. п.", tuple(row[1] for row in rows)),),
            Words(view.language)("unit.points", n=1).removeprefix("1").strip(),
        ),
    )


def _parts(view):
    found = changes.parts(view)
    rows = tuple(found[["label", "schools", "value"]].itertuples(index=False, name=None))
    kinds = (("label", "text"), ("schools", "integer"), ("value", "percent"))
    return slide(
        view.language,
        columns=tuple(Column(key, key.title(), kind) for key, kind in kinds),
        rows=rows,
        spec=plain(changes.parts_spec(view, "light")),
        description="Из чего сложилось изменение",
        native=Native(
            "waterfall",
            tuple(row[0] for row in rows),
            (Series("Доля", tuple(row[2] for row in rows)),),
            "%",
            tuple(at for at, total in enumerate(found["total"]) if total),
        ),
    )


def _years(view):
    found = lines.rows(view, numbers(view), Words(view.language))
    table = found.pivot(index="name", columns="year", values="share")
    years = tuple(str(year) for year in table.columns)
    series = tuple(
        Series(name, tuple(None if share != share else share for share in row))
        for name, row in zip(table.index, table.to_numpy().tolist(), strict=True)
    )
    return slide(
        view.language,
        columns=(Column("name", "Школы", "text"), *(Column(y, y, "percent") for y in years)),
        rows=tuple((one.name, *one.values) for one in series),
        spec=plain(lines.spec(view, "light")),
        description="Доли по годам",
        native=Native("lines", years, series, "%"),
    )


def _map(view):
    found = heat(view).municipalities()
    found = found[found["column"].eq(view.indicator)]
    return slide(
        view.language,
        columns=(Column("name", "Муниципалитет", "text"), Column("share", "Доля", "percent")),
        rows=tuple(
            (name, None if share != share else float(share))
            for name, share in zip(found["name"], found["share"], strict=True)
        ),
        spec=plain(heatmap_figures.map_spec(view, "light", 660, 520)),
        description="Карта муниципалитетов",
    )


def _everything(view):
    found = heat(view).cells
    rows = tuple(
        (row["name"], row["column_title"], row.get("year", 2019), share(row))
        for row in found.to_dict("records")
    )
    kinds = (("name", "text"), ("indicator", "text"), ("year", "year"), ("share", "percent"))
    columns = tuple(Column(key, key.title(), kind) for key, kind in kinds)
    return slide(view.language, columns=columns, rows=rows)


def share(row):
    return None if row["share"] is None or row["share"] != row["share"] else float(row["share"])


def absurd():
    """Make a story of texts, gaps and sizes that nobody would choose."""
    words = ABSURD["markup"]
    columns = (
        Column("name", "Школа <b>", "text"),
        Column("n", "Учеников", "integer"),
        Column("share", "Доля ниже порога", "percent"),
        Column("mean", "Средний балл", "decimal"),
        Column("day", "День", "date"),
        Column("year", "Год", "year"),
    )
    names = list(ABSURD.values())
    rows = tuple(
        (f"{name} {at}", at * 1234, at * 7 / 3, -at / 7, "2022-11-17", 2022)
        for at, name in enumerate(names)
    )
    gaps = (("Пропуски", None, None, None, None, None), (None, 0, 0.0, 0.0, "2021-01-02", 2021))
    table = slide(columns=columns, rows=rows + gaps, finding=words, detail=words, scope=words)
    wide = tuple(Column(f"c{at}", f"Столбец {at}", "decimal") for at in range(24))
    slides = (
        table,
        replace(table, rows=(), finding=ABSURD["one word"]),
        replace(table, columns=(), rows=(), finding=ABSURD["long"]),
        replace(table, rows=long_rows(1000), finding="Тысяча строк"),
        slide(
            columns=wide, rows=tuple(tuple(r * 24 + c + 0.5 for c in range(24)) for r in range(3))
        ),
        replace(table, finding=ABSURD["emoji"], native=_bars(names)),
        replace(table, finding=ABSURD["turned"], native=_bars(names, "points")),
        replace(table, finding=ABSURD["unseen"], native=_steps(), demonstration=""),
    )
    return Story(words, slides, (words, ABSURD["lines"], *[""] * (len(slides) - 2)))


def long_rows(count):
    return tuple(
        (f"Школа № {at}", at, at % 100 + 0.25, at / 3, "2022-01-31", 2017 + at % 6)
        for at in range(count)
    )


def _bars(names, kind="bars"):
    values = tuple(None if at == 2 else at - 1.5 for at in range(len(names)))
    return Native(kind, tuple(names), (Series("Первый & ряд", values), Series("<i>", values)), "%")


def _steps():
    values = (2.0, -3.5, None, 1.25, -0.25)
    return Native(
        "waterfall", ("было", "a", "b", "c", "стало"), (Series("x", values),), "%", (0, 4)
    )
