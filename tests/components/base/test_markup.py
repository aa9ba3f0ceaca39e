"""Texts inside our own HTML: nothing of a text becomes a tag, and addresses become links."""

import ast
import re
from pathlib import Path

import pytest
from jinja2 import UndefinedError

from components.base.markup import escaped, linked, written

NAME = "страница из документа «Исполнение мероприятий»"
COMPONENTS = Path(__file__).resolve().parents[3] / "components"
MODULES = sorted(COMPONENTS.rglob("*.py"))
TEMPLATES = {path.relative_to(COMPONENTS).as_posix(): path for path in COMPONENTS.rglob("*.html")}
TAG = re.compile(r"</?[a-z]+[\s>]")


def constants(path):
    """Every text of a module but its docstrings."""
    nodes = list(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))
    alone = {id(node.value) for node in nodes if isinstance(node, ast.Expr)}
    texts = [n for n in nodes if isinstance(n, ast.Constant) and isinstance(n.value, str)]
    return [node.value for node in texts if id(node) not in alone]


def test_a_text_is_shown_as_it_is():
    assert escaped('<b title="x">') == "&lt;b title=&#34;x&#34;&gt;"


def test_a_long_address_is_a_link_by_its_name_and_is_told_in_full_by_its_hint():
    address = "https://ipk74.ru/schools-s-niz-rez/doc/kontseptsii-i-regionalnye-programmy/"
    made = linked(f"ссылка на слайд целиком: {address}; дата", NAME)
    assert made.startswith("ссылка на слайд целиком: <a ")
    assert f'href="{address}" title="{address}"' in made
    assert made.endswith(f">{NAME}</a>; дата")


def test_several_addresses_are_told_apart_by_their_numbers():
    made = linked("https://vk.com/sch.leaders; https://vk.com/sch.prof", NAME)
    assert f">{NAME}</a>; <a " in made
    assert made.endswith(f">{NAME} (2)</a>")


def test_punctuation_belongs_to_an_address_inside_it_and_to_the_sentence_after_it():
    made = linked("(https://a.ru/a,b;c) и https://a.ru/x.", NAME)
    assert 'href="https://a.ru/a,b;c"' in made and 'href="https://a.ru/x"' in made
    assert made.startswith("(<a ") and "</a>) и <a " in made and made.endswith("</a>.")


def test_a_text_without_addresses_is_only_escaped():
    text = "Письмо от 19.11.2021 № 12639 <b>"
    assert linked(text, NAME) == escaped(text)


def test_an_address_cannot_leave_its_attribute():
    made = linked('https://a.ru/"onclick="x', NAME)
    assert made.startswith('<a href="https://a.ru/" title="https://a.ru/" target')
    assert made.count('"') == 8


def test_other_schemes_are_no_links():
    assert "<a " not in linked("javascript:alert(1) ftp://a.ru", NAME)


def test_a_template_escapes_what_fills_its_gaps():
    terms = [("<i>", 'a "quoted" & <b>')]
    text = written("base/terms.html", terms=terms)
    assert "<dt>&lt;i&gt;</dt><dd>a &#34;quoted&#34; &amp; &lt;b&gt;</dd>" in text


def test_what_a_template_wrote_is_not_escaped_again_in_another():
    inner = written("base/link.html", address="https://a.ru", name="<a>")
    text = written("base/terms.html", terms=[("x", inner)])
    assert f"<dd>{inner}</dd>" in text and "&lt;a&gt;</a>" in text


def test_a_gap_that_is_not_filled_is_a_fault():
    with pytest.raises(UndefinedError):
        written("base/link.html", address="https://a.ru")


@pytest.mark.parametrize("name", sorted(TEMPLATES))
def test_a_template_is_used_and_lets_no_text_through_unescaped(name):
    text = TEMPLATES[name].read_text(encoding="utf-8")
    assert not re.search(r"\|\s*safe\b|autoescape|Markup", text)
    others = [path.read_text(encoding="utf-8") for path in (*MODULES, *TEMPLATES.values())]
    assert any(f'"{name}"' in other for other in others)


FOREIGN = {"shell/front_door.py", "slides/pictures.py"}
"""What others wrote, Streamlit's first page and Vega's pictures, is found there by its tags."""


def test_modules_write_no_tags_but_leave_them_to_templates():
    """Styles and the empty paragraph, for Streamlit draws no empty HTML, hold no texts."""
    found = {
        f"{path.relative_to(COMPONENTS)}: {text}"
        for path in MODULES
        if str(path.relative_to(COMPONENTS)) not in FOREIGN
        for text in constants(path)
        if TAG.search(text) and text != "<p></p>" and "style>" not in text
    }
    assert found == set()
