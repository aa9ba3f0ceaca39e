import math
import re

import pytest

from components.charts.hatch import path, spans

SQUARE = [(0, 0), (10, 0), (10, 10), (0, 10)]
HOLE = [(4, 4), (6, 4), (6, 6), (4, 6)]


def lines(drawn):
    numbers = [float(number) for number in re.findall(r"-?[\d.]+(?:e-?\d+)?", drawn)]
    return [tuple(numbers[i : i + 4]) for i in range(0, len(numbers), 4)]


def test_span_runs_from_edge_to_edge():
    assert spans([SQUARE], 5) == [(0, 10)]


def test_span_skips_a_hole():
    assert spans([SQUARE, HOLE], 5) == [(0, 4), (6, 10)]


def test_span_outside_is_empty():
    assert spans([SQUARE], 11) == []


def test_upright_lines_stand_a_step_apart():
    drawn = lines(path([[(1, 0), (11, 0), (11, 5), (1, 5)]], "upright", 4))
    assert sorted(x1 for x1, *_ in drawn) == pytest.approx([4, 8], abs=1e-6)
    assert all(abs(x1 - x2) < 1e-6 for x1, _, x2, _ in drawn)


@pytest.mark.parametrize(("pattern", "rise"), [("slant", -1), ("backslant", 1)])
def test_slanting_lines_lean_by_half_a_right_angle(pattern, rise):
    for x1, y1, x2, y2 in lines(path([SQUARE], pattern, 3)):
        if math.hypot(x2 - x1, y2 - y1) > 0.1:
            assert (y2 - y1) / (x2 - x1) == pytest.approx(rise, abs=0.01)


@pytest.mark.parametrize("pattern", ["slant", "backslant", "upright"])
def test_lines_stay_inside(pattern):
    ends = [number for line in lines(path([SQUARE], pattern, 3)) for number in line]
    assert min(ends) >= -0.01
    assert max(ends) <= 10.01
