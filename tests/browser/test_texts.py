"""A text is a text: names, links and files stand on a page letter by letter."""

import ast
import inspect
import random
from pathlib import Path

import pytest
from streamlit.delta_generator import DeltaGenerator

from tests import poison
from tests.browser import every_call, visiting
from tests.browser.serving import serving

pytestmark = pytest.mark.browser

PROJECT = Path(__file__).resolve().parents[2]
WORDS = {"body", "label", "help", "text", "title", "tabs", "format_func"}
"""Parameters for words, as Streamlit names them."""
RANDOM_TEXTS, LONGEST = 400, 24

MADE = """beginnings => {
  const evidence = node => node.title && node.title === node.getAttribute('href');
  const made = [...document.querySelectorAll('img, [src], [href]')]
    .filter(node => !evidence(node))
    .filter(node => ['src', 'href'].some(
      name => /^(https?:|mailto:).*foreign/.test(node.getAttribute(name))))
    .map(node => node.outerHTML.slice(0, 200));
  const nodes = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = nodes.nextNode(); node; node = nodes.nextNode())
    for (const [word, beginning] of Object.entries(beginnings))
      if (node.data.includes(word) && !node.data.includes(beginning)
          && !node.parentElement.closest('style, script'))
        made.push(`${word} in ${node.parentElement.tagName}: ${node.data.slice(0, 200)}`);
  return made;
}"""
"""What a page made of poisoned texts: things of the foreign host, words without their marks.

The evidence of a fact is a link of ours, which tells its address."""


BOXES = """() => Object.fromEntries([...document.querySelectorAll('[class*=st-key-]')].map(
  box => [box.className.match(/st-key-([\\w-]+)/)[1], box.textContent]))"""


def boxes(page):
    """The letters that stand in each box of the page."""
    return {key: letters(text) for key, text in page.evaluate(BOXES).items()}


def letters(text):
    return "".join(text.split())


def random_texts():
    dice = random.Random(20261126)
    return [
        "".join(dice.choice(poison.SIGNS) for _ in range(dice.randint(1, LONGEST)))
        for _ in range(RANDOM_TEXTS)
    ]


@pytest.fixture(scope="module", params=[poison.POISON, poison.LINES], ids=["marks", "lines"])
def trial(request, built, new_reader, tmp_path_factory):
    """A page of every call, drawn with the text; and the text."""
    texts = [text.strip() or "x" for text in random_texts()]
    page = new_reader("http://localhost")
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    log = tmp_path_factory.mktemp("trial") / "log.txt"
    patch = pytest.MonkeyPatch()
    patch.setenv("TEXT", request.param)
    patch.setenv("RANDOM", "\x1f".join(texts))
    patch.setenv("PYTHONPATH", str(PROJECT))
    program = ("-m", "streamlit", "run", every_call.__file__)
    with patch.context(), serving(built.folder, log, program=program) as address:
        page.goto(address)
        visiting.settle(page)
        yield page, request.param, asked, texts
    patch.undo()


def test_every_call_shows_a_text_letter_by_letter(trial):
    page, text, asked, _ = trial
    silent = {"multiselect", "spinner"}
    shown = boxes(page)
    lost = {name for name in every_call.CALLS if letters(text) not in shown.get(f"of_{name}", "")}
    assert lost <= silent
    assert page.evaluate(MADE, poison.BEGINNINGS) == []
    assert [url for url in asked if poison.FOREIGN in url] == []


def test_random_signs_are_shown_letter_by_letter(trial):
    page, _, _, texts = trial
    shown = boxes(page)
    said = [shown[f"random_{number}"] for number in range(len(texts))]
    wrong = [pair for pair in zip(map(letters, texts), said, strict=True) if pair[0] != pair[1]]
    assert wrong == []


def test_every_call_by_which_a_page_draws_words_is_tried():
    drawn = {
        node.func.attr
        for folder in ("components", "pages")
        for path in (PROJECT / folder).rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
    }
    with_words = {
        name
        for name, call in inspect.getmembers(DeltaGenerator, inspect.isfunction)
        if not name.startswith("_") and WORDS & set(inspect.signature(call).parameters)
    }
    as_they_are = {"code", "html", "text", "json"}
    assert drawn & with_words - as_they_are <= set(every_call.CALLS)
