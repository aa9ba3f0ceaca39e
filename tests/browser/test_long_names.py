"""A name as long as intake takes it does not push a table out of its window."""

import pytest
from markupsafe import Markup

from components.shell import tables
from tests.browser import visiting

pytestmark = pytest.mark.browser

LONGEST = 235
"""Letters of the longest name of a school that was met."""

LOOKS = (
    "numbers",
    "numbers dynamics",
    "numbers twin",
    "numbers wide wrapped",
    "numbers wide boxed",
)
NAMES = {
    "words": ("Муниципальное бюджетное общеобразовательное учреждение " * 9)[:LONGEST],
    "one word": "ы" * LONGEST,
    "a link": Markup("<a href='#'>{}</a>").format("Средняя школа имени " * 11),
}


@pytest.fixture(scope="module")
def opened(page):
    """A page of ours, for its styles."""
    visiting.visit(page, "about", language="ru")
    return page


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("look", LOOKS)
def test_a_long_name_takes_several_lines(opened, look, name):
    lines = [[NAMES[name], "г. Азов", "31,3 %"], ["Школа № 1", "Азовский район", "2,0 %"]]
    lines += [["Школа № 2", NAMES[name], ""]]
    written = tables.written(["Школа", "Муниципалитет", "Доля"], lines, look)
    width, tall, usual = opened.evaluate(MEASURED, [str(written), ROOM])
    assert width <= ROOM
    assert tall > 2 * usual


ROOM = 900
"""px"""
MEASURED = """([html, room]) => {
  const box = document.createElement('div');
  box.style.width = `${room}px`;
  box.innerHTML = html;
  document.querySelector('[data-testid=stMain]').append(box);
  const [long, usual] = box.querySelectorAll('tbody th');
  const found = [box.firstElementChild.offsetWidth, long.offsetHeight, usual.offsetHeight];
  box.remove();
  return found;
}"""
