"""What lies ahead on a burn-up: the target, its date, the report's date and the expected road."""

from dataclasses import dataclass

from components.charts import fitting, plot
from components.charts.plot import Drawing

GAP = 8


@dataclass(frozen=True)
class Road:
    """What is aimed at; places are numbers of months, None where there is no such date.

    `schools`: whole schools at the target. `ticks` and `shares`: (place, words) along the months
    and (schools, words) upright. Between `earliest_x` and `latest_x` the target is reached with
    the confidence that was asked for; without `latest_x` it may never be.
    """

    schools: int
    target_x: float | None
    target_word: str
    ticks: tuple[tuple[float, str], ...]
    shares: tuple[tuple[float, str], ...]
    today_x: float
    today_word: str
    expected_x: float | None = None
    earliest_x: float | None = None
    latest_x: float | None = None
    expected_word: str = ""


@dataclass(frozen=True)
class Frame:
    """From months and schools to px: the field between the axes."""

    first: float
    end: float
    highest: float
    left: float
    right: float
    top: float
    bottom: float
    sheet: float
    """Width of the whole sheet, with the word of the target at its right."""

    def across(self, place: float) -> float:
        """From a month to px."""
        share = (place - self.first) / max(self.end - self.first, 1e-9)
        return round(self.left + share * (self.right - self.left), 1)

    def up(self, schools: float) -> float:
        """From schools to px."""
        return round(self.bottom - schools / self.highest * (self.bottom - self.top), 1)


def ahead(drawing: Drawing, road: Road, frame: Frame, last: tuple[float, float]) -> None:
    """Draw the wedge between the earliest and the latest road, and the expected one dashed."""
    if last[1] >= road.schools:
        return
    if road.earliest_x is not None:
        bends = {last[0], frame.end, road.earliest_x, road.latest_x or frame.end}
        for x in sorted(bend for bend in bends if last[0] <= bend <= frame.end):
            high = _reached(x, last, road.schools, road.earliest_x)
            low = _reached(x, last, road.schools, road.latest_x)
            place = {"x": frame.across(x), "y": frame.up(high), "y2": frame.up(low)}
            drawing.areas.append(place | {"look": "band", "series": "wedge"})
    if road.expected_x is not None:
        _projection(drawing, road, frame, last, road.expected_x)


def dates(drawing: Drawing, road: Road, frame: Frame, covered: float) -> None:
    """Draw the target with its word and its day, and the report's date and the expected one."""
    level = frame.up(road.schools)
    drawing.rule("reference", frame.left, level, frame.right, level)
    drawing.word(road.target_word, frame.right + GAP, level, bold=True)
    if road.target_x is not None and frame.first <= road.target_x <= frame.end:
        x = frame.across(road.target_x)
        drawing.rule("event", x, level, x, frame.bottom)
        goal = {"look": "reference", "x": x, "y": level, "sign": "dot", "size": 90.0}
        drawing.points.append(goal | {"tooltip": road.target_word, "oktmo": ""})
    today, top = frame.across(road.today_x), frame.top - 30
    drawing.rule("axis", today, top, today, frame.bottom)
    _word(drawing, road.today_word, frame, (today, top + 4), today)
    arrived = frame.end if road.expected_x is None else min(road.expected_x, frame.end)
    above = frame.up(max(float(road.schools), covered)) - 14
    beyond = road.expected_x is not None and road.expected_x > frame.end
    word = f"{road.expected_word} →" if beyond and road.expected_word else road.expected_word
    _word(drawing, word, frame, (frame.across(arrived), above), today)


def _projection(
    drawing: Drawing, road: Road, frame: Frame, last: tuple[float, float], expected: float
) -> None:
    end = min(expected, frame.end)
    for x in (last[0], end):
        y = frame.up(_reached(x, last, road.schools, expected))
        place = {"x": frame.across(x), "y": y, "look": "projected"}
        drawing.lines.append(place | {"series": "projected"})
    if expected <= frame.end:
        ring = {"sign": "ring", "size": 80.0, "tooltip": road.expected_word, "oktmo": ""}
        drawing.points.append(place | ring)


def _reached(x: float, last: tuple[float, float], schools: int, when: float | None) -> float:
    """Schools at a month on the straight road to the target; flat if it is never reached."""
    start, covered = last
    if when is None:
        return covered
    share = (x - start) / max(when - start, 1e-9)
    return covered + (schools - covered) * min(share, 1.0)


def _word(drawing: Drawing, text: str, frame: Frame, at: tuple[float, float], today: float) -> None:
    """Write a word over its place, moved inside the sheet and off the rule of the report's date."""
    wide, (x, y) = fitting.width_of(text, plot.SMALL), at
    highest = frame.sheet - wide - GAP
    places = (x - wide / 2, today + GAP, today - wide - GAP, highest)
    inside = [left for left in places if frame.left <= left <= highest]
    clear = [left for left in inside if not left - 5 < today < left + wide + 5]
    nearest = min(clear, key=lambda left: abs(left + wide / 2 - x), default=frame.left)
    if text:
        drawing.word(text, nearest, y)
