"""A story is walked by the keyboard both ways, read from the last row, and left for a question."""

import statistics

import pytest
from playwright.sync_api import expect

from components.show.stories import _code
from data.stories import drafts
from data.stories.drafts import Draft, Part
from tests.browser import visiting

pytestmark = pytest.mark.browser

TALK = Draft(
    "Доклад",
    (
        Part("overview?region=60", "need"),
        Part("heatmap?region=60", "heatmap", "не называть места"),
        Part("low_performing?region=60", "flow"),
        Part("mentoring?region=60", "road"),
        Part("mentoring?region=60", "gap"),
        Part("dynamics?region=60", "three"),
        Part("dynamics?region=60", "places"),
        Part("dynamics?region=60", "lines"),
        Part("roadmaps?region=60", "completion"),
        Part("recommendations?region=60", "decisions"),
    ),
)
COUNT = len(TALK.parts)

TIMED = """
window.timed = [];
const until_drawn = (began, tell) => requestAnimationFrame(
  () => requestAnimationFrame(() => tell(performance.now() - began)));
const note = time => window.timed.push(time);
addEventListener('keydown', () => until_drawn(performance.now(), note), true);
window.empty_frame = () => new Promise(done => until_drawn(performance.now(), done));
"""

SAID = """() => {
  const slide = document.querySelector('#show_stage .show_slide:not([hidden])');
  const WHITE = 'rgb(255, 255, 255)';
  const linear = part => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  const light = colour => {
    const [r, g, b] = colour.match(/[\\d.]+/g).map(part => linear(part / 255));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (one, other) => {
    const [low, high] = [light(one), light(other)].sort((a, b) => a - b);
    return (high + 0.05) / (low + 0.05);
  };
  const is_painted = node => node.closest('svg') && !node.closest('text')
    && getComputedStyle(node).fill.startsWith('rgb(')
    && +getComputedStyle(node).fillOpacity * +getComputedStyle(node).opacity === 1;
  const below = box => {
    const under = document.elementsFromPoint(box.x + box.width / 2, box.y + box.height / 2);
    const painted = under.find(is_painted);
    return painted ? getComputedStyle(painted).fill : WHITE;
  };
  const kind = node => node.closest('svg') ? 'drawn' : node.closest('footer') ? 'foot'
    : node.tagName === 'H1' ? 'finding' : 'body';
  const found = [...slide.querySelectorAll('h1, p, th, td, svg text')].map(node => {
    const style = getComputedStyle(node), box = node.getBoundingClientRect();
    const drawn = node.closest('svg'), {a, b} = drawn ? node.getScreenCTM() : {a: 1, b: 0};
    return {
      text: node.textContent.trim().slice(0, 40),
      kind: kind(node),
      size: parseFloat(style.fontSize) * Math.hypot(a, b),
      inside: box.left >= -1 && box.top >= -1
        && box.right <= innerWidth + 1 && box.bottom <= innerHeight + 1,
      contrast: drawn ? contrast(style.fill, below(box)) : contrast(style.color, WHITE),
    };
  }).filter(each => each.text);
  const is_over = node => node.clientHeight
    && (node.scrollHeight > node.clientHeight + 1 || node.scrollWidth > node.clientWidth + 1);
  const scrolls = [...document.querySelectorAll('#show_stage, #show_stage *')].filter(node =>
    node.checkVisibility() && !node.closest('svg, .show_said')
    && getComputedStyle(node).display !== 'inline' && is_over(node));
  return {
    found,
    scrolls: scrolls.map(node => node.className || node.tagName),
    foot: slide.querySelector('footer').textContent,
    said: document.querySelector('.show_said').textContent,
  };
}"""
LEAST = {"finding": 32, "body": 24, "foot": 18, "drawn": 18}


@pytest.fixture(scope="module")
def screen(own_server, new_reader):
    """The page of a story of ten on a projector."""
    address, folder = own_server
    drafts.save(folder, TALK)
    opened = new_reader(address, viewport=visiting.SMALL)
    opened.add_init_script(TIMED)
    return opened


@pytest.fixture
def show(screen):
    visiting.visit(screen, "show", region="60", language="ru", story=_code(TALK.name))
    screen.get_by_role("button", name="Показать: 10 слайдов").click()
    expect(screen.locator("#show_stage")).to_be_visible()
    yield screen
    screen.keyboard.press("Escape")
    screen.keyboard.press("Escape")


def shown(page):
    return page.locator("#show_stage .show_slide:not([hidden])")


def at(page, number):
    expect(shown(page).locator(".show_place")).to_have_text(f"{number} из {COUNT}")


def faults(told):
    """What cannot be read on a slide."""
    for text in told["found"]:
        if text["size"] < LEAST[text["kind"]] - 0.1:
            yield "small", text
        if text["contrast"] < 4.5:
            yield "pale", text
        if not text["inside"]:
            yield "cut", text
    yield from (("scrolls", name) for name in told["scrolls"])


def test_a_story_of_ten_is_walked_both_ways_and_read_from_the_last_row(show):
    found, findings = {}, []
    for number in range(1, COUNT + 1):
        at(show, number)
        told = show.evaluate(SAID)
        found[number] = list(faults(told))
        findings.append(shown(show).locator("h1").inner_text())
        assert told["said"].startswith(f"Слайд {number} из {COUNT}. {findings[-1]}")
        assert "Демонстрационные данные" in told["foot"]
        assert "Ростовская область" in told["foot"]
        show.keyboard.press("ArrowRight")
    assert {number: each for number, each in found.items() if each} == {}
    at(show, COUNT)
    for number in range(COUNT - 1, 0, -1):
        show.keyboard.press("ArrowLeft")
        at(show, number)
        assert shown(show).locator("h1").inner_text() == findings[number - 1]
    show.keyboard.press("ArrowLeft")
    at(show, 1)


def test_the_next_slide_is_there_in_a_blink(show):
    show.evaluate("window.timed = []")
    for key in ("ArrowRight",) * (COUNT - 1) + ("ArrowLeft",) * (COUNT - 1):
        show.keyboard.press(key)
        show.wait_for_timeout(50)
    empty = [show.evaluate("window.empty_frame()") for _ in range(10)]
    times = show.evaluate("window.timed")
    assert len(times) == 2 * (COUNT - 1)
    assert statistics.median(times) - statistics.median(empty) <= 150


def test_every_key_does_what_the_help_says(show):
    for key, number in (
        ("End", COUNT),
        ("PageUp", COUNT - 1),
        ("Home", 1),
        ("Space", 2),
        ("PageDown", 3),
        ("Shift+Space", 2),
    ):
        show.keyboard.press(key)
        at(show, number)
    panel = show.locator(".show_panel")
    for key, words in (("d", "Муниципалитет"), ("n", "не называть места"), ("F1", "весь экран")):
        show.keyboard.press(key)
        expect(panel).to_contain_text(words)
        expect(panel.locator("h2")).to_be_focused()
        show.keyboard.press("Escape")
        expect(panel).to_be_hidden()
    expect(show.locator("#show_stage")).to_be_focused()
    show.keyboard.press("f")
    show.wait_for_function("document.fullscreenElement?.id === 'show_stage'")
    show.keyboard.press("f")
    show.wait_for_function("!document.fullscreenElement")
    assert show.evaluate("document.getElementById('root').inert")
    show.keyboard.press("Escape")
    expect(show.locator("#show_stage")).to_be_hidden()
    assert not show.evaluate("document.getElementById('root').inert")
    expect(show.get_by_role("button", name="Показать: 10 слайдов")).to_be_focused()


def test_a_question_is_answered_on_the_live_page_and_the_slide_is_still_there(show):
    show.keyboard.press("End")
    show.keyboard.press("ArrowLeft")
    show.keyboard.press("q")
    expect(show.get_by_role("heading", name="Дорожные карты")).to_be_visible()
    visiting.settle(show)
    back = show.get_by_role("button", name="К слайду 9 (Q)")
    expect(back).to_be_visible()
    show.keyboard.press("q")
    at(show, 9)
    expect(back).to_be_hidden()
    visiting.settle(show)
    assert "/show?" in show.url
    at(show, 9)


def test_the_presenter_has_notes_and_the_next_slide_in_a_window_of_his_own(show):
    with show.expect_popup() as opened:
        show.keyboard.press("p")
    desk = opened.value
    expect(desk.locator(".show_now h1")).to_have_text(shown(show).locator("h1").inner_text())
    next_one = desk.locator(".show_next h1").inner_text()
    desk.keyboard.press("ArrowRight")
    at(show, 2)
    assert shown(show).locator("h1").inner_text() == next_one
    expect(desk.locator(".show_now h1")).to_have_text(next_one)
    expect(desk.locator(".show_spoken")).to_contain_text("не называть места")
    desk.close()


def test_nothing_is_asked_of_the_server_while_slides_change(show):
    asked = []
    show.on("request", lambda request: asked.append(request.url))
    show.on("websocket", lambda socket: asked.append(socket.url))
    for _ in range(COUNT):
        show.keyboard.press("ArrowRight")
    assert asked == []
