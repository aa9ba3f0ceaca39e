"""Charts of a presentation that its reader can edit; a workbook beside each has its numbers."""

from collections.abc import Sequence
from typing import Any

from pptx.chart.chart import Chart
from pptx.chart.data import CategoryChartData
from pptx.dml.color import RGBColor
from pptx.enum.chart import (
    XL_CHART_TYPE,
    XL_LABEL_POSITION,
    XL_LEGEND_POSITION,
    XL_MARKER_STYLE,
    XL_TICK_LABEL_POSITION,
)
from pptx.enum.dml import MSO_LINE
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.util import Length, Pt

from components.base.i18n import Words
from components.base.theme import LIGHT
from components.slides import cell_texts
from components.slides.files import steps
from components.slides.slide import Native, Series
from data.invisible_signs import shown

COLOURS = (LIGHT.better, LIGHT.worse, LIGHT.ramp[3], LIGHT.same, LIGHT.purple[3], LIGHT.ramp[4])
MARKERS = (XL_MARKER_STYLE.CIRCLE, XL_MARKER_STYLE.SQUARE, XL_MARKER_STYLE.TRIANGLE)
DASHES = (MSO_LINE.SOLID, MSO_LINE.DASH, MSO_LINE.ROUND_DOT)
"""With the markers they tell the series apart without their colours."""

SMALL, SMALLEST = 14, 10
"""Type of a chart in points, and where many names stand beside each other."""

FEW, MOST_LYING, MOST_LABELLED, MOST_SERIES, LONG = 12, 20, 24, 2, 12
"""Names in large type; bars under each other; marks and series with numbers; a long name."""

APART = 60
"""Room between bars, per cent of one."""

UPWARDS = "-5400000"
"""A quarter of a turn in sixty thousandths of a degree."""

LONGEST = 40
"""Signs of a name beside its mark."""

LOCALES = {"ru": "[$-419]", "en": "[$-409]"}
FORM_HEAD = 7
"""Signs of the language at the head of a form of numbers."""

Box = tuple[Length, ...]


def add(shapes: Any, native: Native, box: Box, words: Words) -> Any:
    """Put a chart on a slide and give its frame; a waterfall is bars on a base without a colour."""
    drawn = steps.stacked(native, words) if native.kind == "waterfall" else native.series
    form = _form(native.series, words)
    data = CategoryChartData(number_format=form)
    data.categories = [_name(name) for name in native.categories]
    for series in drawn:
        values = [None if cell_texts.missing(value) else value for value in series.values]
        data.add_series(shown(series.name), values)
    frame = shapes.add_chart(_kind(native), *box, data)
    chart = frame.chart
    chart.font.size, chart.font.color.rgb = Pt(SMALL), _rgb(LIGHT.text)
    chart.has_title = False
    if native.kind == "bars":
        chart.plots[0].gap_width = APART
    _legend(chart, shown_series=len(native.series) if native.kind != "waterfall" else 1)
    _axes(chart, native, words)
    for at, series in enumerate(chart.plots[0].series):
        _looks(series, native, at)
    if native.kind == "waterfall":
        _waterfall(chart, native, form, words)
    elif native.series and len(native.series) <= MOST_SERIES and _marks(native) <= MOST_LABELLED:
        _numbers(chart, native, form)
    return frame


def _kind(native: Native) -> Any:
    if native.kind in ("lines", "points"):
        return XL_CHART_TYPE.LINE_MARKERS
    if native.kind == "waterfall":
        return XL_CHART_TYPE.COLUMN_STACKED
    lying = XL_CHART_TYPE.BAR_CLUSTERED
    return lying if _lies(native) else XL_CHART_TYPE.COLUMN_CLUSTERED


def _lies(native: Native) -> bool:
    """Tell whether bars lie: their names are long, and not so many that they would be thin."""
    long = any(len(name) > LONG for name in native.categories)
    return native.kind == "bars" and long and len(native.categories) <= MOST_LYING


def _numbers(chart: Chart, native: Native, form: str) -> None:
    """Write at each mark its number; of two series the higher one has them above, the other below.

    So numbers of marks near each other do not stand in each other.
    """
    if native.kind == "bars":
        _label(chart.plots[0], form, XL_LABEL_POSITION.OUTSIDE_END)
        return
    marks = list(chart.plots[0].series)
    highest = max(marks, key=lambda series: _mean(series.values))
    for series in marks:
        above = series._element is highest._element
        _label(series, form, XL_LABEL_POSITION.ABOVE if above else XL_LABEL_POSITION.BELOW)


def _mean(values: Sequence[float | None]) -> float:
    known = [value for value in values if value is not None]
    return sum(known) / len(known) if known else 0.0


def _legend(chart: Chart, shown_series: int) -> None:
    chart.has_legend = shown_series > 1
    if chart.has_legend:
        chart.legend.position, chart.legend.include_in_layout = XL_LEGEND_POSITION.BOTTOM, False


def _axes(chart: Chart, native: Native, words: Words) -> None:
    names, values = chart.category_axis, chart.value_axis
    names.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    names.format.line.color.rgb = _rgb(LIGHT.border)
    if _lies(native):
        names.reverse_order = True  # or the first row of the table would be the last bar
        values.tick_label_position = XL_TICK_LABEL_POSITION.HIGH
    if len(native.categories) > FEW:
        names.tick_labels.font.size = Pt(SMALLEST)
        _every_name(names._element, upright=len(native.categories) > MOST_LYING)
    values.major_gridlines.format.line.color.rgb = _rgb(LIGHT.grid)
    values.format.line.fill.background()
    values.tick_labels.number_format = _form(native.series, words)
    values.tick_labels.number_format_is_linked = False
    values.has_title, title = True, shown(native.unit)
    if native.kind == "bars":
        _from_zero(values, native.series)
    if native.kind == "waterfall" and (floor := steps.floor(native)):
        values.minimum_scale = floor
        title = f"{title} ({words('slide_files.not_from_zero')})"
    said = values.axis_title.text_frame
    said.text = title
    said.paragraphs[0].font.size, said.paragraphs[0].font.bold = Pt(SMALL), False


def _from_zero(axis: Any, all_series: Sequence[Series]) -> None:
    """Let bars begin at zero: programs begin elsewhere where all are of about one length."""
    known = [value for series in all_series for value in series.values if value is not None]
    if all(value >= 0 for value in known):
        axis.minimum_scale = 0
    if known and all(value <= 0 for value in known):
        axis.maximum_scale = 0


def _every_name(axis: Any, upright: bool) -> None:
    """Let every name of many be written, of very many upwards; programs leave out some else."""
    if upright:
        properties = axis.find(qn("c:txPr")).find(qn("a:bodyPr"))
        properties.set("rot", UPWARDS)
        properties.set("vert", "horz")
    every = parse_xml(f'<c:tickLblSkip {nsdecls("c")} val="1"/>')
    axis.find(qn("c:noMultiLvlLbl")).addprevious(every)


def _looks(series: Any, native: Native, at: int) -> None:
    colour = _rgb(COLOURS[at % len(COLOURS)])
    if native.kind in ("bars", "waterfall"):
        series.format.fill.solid()
        series.format.fill.fore_color.rgb = colour
        series.invert_if_negative = False
        return
    series.smooth = False
    series.marker.style, series.marker.size = MARKERS[at % len(MARKERS)], 9
    series.marker.format.fill.solid()
    series.marker.format.fill.fore_color.rgb = colour
    series.marker.format.line.color.rgb = colour
    if native.kind == "points":
        series.format.line.fill.background()
    else:
        series.format.line.color.rgb, series.format.line.width = colour, Pt(2.5)
        series.format.line.dash_style = DASHES[at % len(DASHES)]


def _waterfall(chart: Chart, native: Native, form: str, words: Words) -> None:
    """Take its colour from the base, and write at each part what it adds or takes."""
    plot = chart.plots[0]
    plot.gap_width, plot.overlap = 40, 100
    for series in plot.series:
        part = steps.part_of(series.name, words)
        if part == "base":
            series.format.fill.background()
            continue
        series.format.fill.solid()
        series.format.fill.fore_color.rgb = _rgb(PARTS[part])
        if not steps.crosses(native):
            # A sign in the number's form and not in a text: an edited bar keeps a true label.
            sign = {"rise": '"+"', "fall": '"\N{MINUS SIGN}"', "level": ""}[part]
            _label(
                series, f"{form[:FORM_HEAD]}{sign}{form[FORM_HEAD:]}", XL_LABEL_POSITION.INSIDE_END
            )
            # Dark on pale and white on dark are read; the level alone is pale.
            ink = LIGHT.text if part == "level" else LIGHT.background
            series.data_labels.font.color.rgb = _rgb(ink)


PARTS = {"level": LIGHT.hatch, "rise": LIGHT.better, "fall": "#A84A0B"}
"""The level is pale: where the axis does not start at zero its length says nothing."""


def _label(marked: Any, form: str, place: Any) -> None:
    if hasattr(marked, "has_data_labels"):
        marked.has_data_labels = True
    labels = marked.data_labels
    labels.show_value, labels.position = True, place
    labels.number_format, labels.number_format_is_linked = form, False
    labels.font.size = Pt(SMALL)


def _name(text: str) -> str:
    """Cut a name that would take the room of its marks; the table after the chart has all of it."""
    name = shown(text)
    return name if len(name) <= LONGEST else name[: LONGEST - 1].rstrip() + "…"


def _marks(native: Native) -> int:
    return len(native.categories) * len(native.series)


def _form(all_series: Sequence[Series], words: Words) -> str:
    """Give the form of a chart's numbers in the slide's language; the workbook has all decimals."""
    values = [value for series in all_series for value in series.values]
    known = [
        float(value) for value in values if value is not None and not cell_texts.missing(value)
    ]
    return LOCALES[words.language] + ("#,##0" if all(map(float.is_integer, known)) else "#,##0.0")


def _rgb(colour: str) -> RGBColor:
    return RGBColor.from_string(colour.removeprefix("#"))
