"""What a figure says on a screen is as large as its last row needs, and stands nowhere twice."""

import xml.etree.ElementTree as ET

import pytest

from components.show.readable import LARGEST, LEAST, readable

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" width="{w}" height="{h}" viewBox="0 0 {w} {h}">'


def text(words, x, y, size=11, more=""):
    place = f'transform="translate({x},{y})"' if "transform" not in more else more
    rest = "" if "transform" in more else more
    return f'<text text-anchor="start" {place} font-size="{size}px" {rest}>{words}</text>'


def drawn(*texts, w=600, h=200):
    return HEAD.format(w=w, h=h) + "<g>" + "".join(texts) + "</g></svg>"


def shown(figure):
    """Give the texts of a figure with their sizes in px of its sheet."""
    found = ET.fromstring(figure.svg).iter("{http://www.w3.org/2000/svg}text")
    return {"".join(node.itertext()): float(node.get("font-size")[:-2]) for node in found}


def test_a_figure_that_grows_enough_keeps_its_texts_as_they_are():
    figure = readable(drawn(text("Азов", 10, 20)), 1200, 480)
    assert shown(figure) == {"Азов": 11}
    assert figure.left_out == 0


@pytest.mark.parametrize(("width", "height"), [(600, 480), (1200, 100), (300, 300)])
def test_every_text_is_at_least_as_large_as_it_must_be(width, height):
    figure = readable(drawn(text("Азов", 10, 20), text("Сальск", 300, 120, 13)), width, height)
    scale = min(width / 600, height / 200, LARGEST)
    assert all(size * scale >= LEAST - 0.1 for size in shown(figure).values())
    assert set(shown(figure)) == {"Азов", "Сальск"}


def test_of_texts_that_would_meet_the_bold_one_stays():
    rows = [text(f"строка {n}", 10, 12 * n) for n in range(1, 16)]
    bold = text("итого", 10, 100, more='font-weight="700"')
    figure = readable(drawn(*rows, bold), 600, 200)
    assert "итого" in shown(figure)
    assert figure.left_out == 16 - len(shown(figure)) > 4


def test_texts_that_met_before_stay_both():
    figure = readable(drawn(text("тень", 10, 50), text("слово", 12, 51)), 600, 200)
    assert figure.left_out == 0


def test_a_text_that_would_leave_the_sheet_is_moved_back():
    figure = readable(drawn(text("Красносулинский район", 470, 198)), 600, 200)
    node = next(ET.fromstring(figure.svg).iter("{http://www.w3.org/2000/svg}text"))
    moved = node.get("transform").partition(")")[0].removeprefix("translate(").split(",")
    right, down = map(float, moved)
    assert right < -50
    assert down < 5


def test_a_turned_text_is_reckoned_along_its_line():
    turned = 'transform="translate(100,150) rotate(-90)"'
    figure = readable(drawn(text("доля", 0, 0, more=turned), text("рядом", 125, 100)), 600, 200)
    assert figure.left_out == 0
    figure = readable(
        drawn(text("доля детей", 0, 0, more=turned), text("на ней", 105, 110)), 600, 200
    )
    assert figure.left_out == 1
