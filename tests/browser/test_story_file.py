"""The one HTML file of a story, opened from disk by a browser whose network is cut."""

import pytest
from playwright.sync_api import expect

from components.slides import files
from tests import stories

pytestmark = pytest.mark.browser

SIZE = {"width": 1280, "height": 720}
SCRIPTLESS = {"java_script_enabled": False}


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    path = tmp_path_factory.mktemp("story") / "story.html"
    path.write_bytes(files.made(stories.absurd(), ["html"])["html"])
    return path.as_uri()


@pytest.fixture
def opened(browser, address):
    """Open the file without a network; give its window and all that it said and asked for."""
    contexts = []

    def window(**options):
        context = browser.new_context(offline=True, viewport=SIZE, **options)
        contexts.append(context)
        page, heard = context.new_page(), []
        page.on("request", lambda request: heard.append(request.url))
        page.on("console", lambda message: heard.append(message.text))
        page.on("pageerror", lambda error: heard.append(str(error)))
        page.goto(address)
        return page, heard

    yield window
    for context in contexts:
        context.close()


def test_it_asks_for_nothing_and_its_own_rules_stop_nothing_of_it(opened, address):
    page, heard = opened()
    expect(page.locator("h1:visible")).to_have_count(1)
    assert heard == [address]


def test_a_foreign_script_is_refused(opened):
    page, _ = opened()
    page.evaluate(
        "() => { const added = document.createElement('script');"
        " added.textContent = 'window.foreign = 1'; document.body.append(added); }"
    )
    assert page.evaluate("window.foreign") is None


def test_keys_lead_through_all_slides_and_back(opened):
    page, _ = opened()
    place, count = page.locator("#place"), len(stories.absurd().slides)
    for key, at in (
        *((("ArrowRight", n)) for n in range(2, count + 1)),
        *(("ArrowRight", count), ("ArrowLeft", count - 1), ("Home", 1), ("ArrowLeft", 1)),
        *((" ", 2), ("End", count)),
    ):
        page.keyboard.press(key)
        expect(place).to_have_text(f"{at} / {count}")
        expect(page.locator("section:visible")).to_have_attribute("id", f"slide{at}")


def test_buttons_do_what_keys_do(opened):
    page, _ = opened()
    page.get_by_role("button", name="Следующий слайд").click()
    expect(page.locator("#place")).to_have_text(f"2 / {len(stories.absurd().slides)}")
    page.get_by_role("button", name="Предыдущий слайд").press(" ")
    expect(page.locator("#place")).to_have_text(f"1 / {len(stories.absurd().slides)}")


@pytest.mark.parametrize("options", [SCRIPTLESS, {}], ids=["without a script", "on paper"])
def test_without_a_script_and_on_paper_every_slide_is_there(opened, options):
    page, _ = opened(**options)
    page.emulate_media(media="screen" if options else "print")
    expect(page.locator("section:visible")).to_have_count(len(stories.absurd().slides))
    expect(page.locator("nav:visible")).to_have_count(0)


def test_nothing_is_wider_than_a_phone(opened):
    page, _ = opened()
    page.set_viewport_size({"width": 390, "height": 800})
    for _ in stories.absurd().slides:
        assert page.evaluate("document.documentElement.scrollWidth") == 390
        page.keyboard.press("ArrowRight")
