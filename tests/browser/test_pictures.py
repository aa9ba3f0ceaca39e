"""A chart is copied and saved as a picture; where the browser forbids copying, it says so."""

import base64
import io

import pytest
from PIL import Image
from playwright.sync_api import expect

from components.base.i18n import Words
from components.slides.pictures import WIDTH
from tests.browser import visiting

pytestmark = pytest.mark.browser

RU = Words("ru")
CLIPBOARD = ["clipboard-read", "clipboard-write"]
COPIED = """
    navigator.clipboard.read()
        .then(items => items[0].getType("image/png"))
        .then(picture => picture.arrayBuffer())
        .then(bytes => btoa(String.fromCharCode(...new Uint8Array(bytes).slice(0, 24))))
"""


def open_picture(page, **link):
    visiting.visit(page, "events", region="60", language="ru", **link)
    page.locator(".st-key-files_events_states button").click()
    page.locator(".st-key-events_states_picture button").click()
    expect(page.locator(".st-key-slide_picture img")).to_be_visible(timeout=60_000)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_picture_is_light_is_saved_and_is_copied_whole(new_reader, server, scheme):
    # Whoever names a permission to Chromium takes all others away, the usual one to write too.
    page = new_reader(server, color_scheme=scheme, permissions=CLIPBOARD)
    open_picture(page)
    # The menu would lie over the picture's window.
    expect(page.locator(".st-key-events_states_show")).to_be_hidden()
    with page.expect_download() as saved:
        page.get_by_role("button", name=RU("slides.png")).click()
    content = saved.value.path().read_bytes()
    picture = Image.open(io.BytesIO(content)).convert("RGB")
    assert picture.width == 2 * WIDTH and picture.getpixel((1, 1)) == (255, 255, 255)
    assert saved.value.suggested_filename.startswith("events_states_events_v")
    assert saved.value.suggested_filename.endswith("_demo.png")
    with page.expect_download() as drawn:
        page.get_by_role("button", name=RU("slides.svg")).click()
    assert RU("demonstration.mark") in drawn.value.path().read_text("utf-8")
    page.locator("#copy_picture").click()
    expect(page.locator("#copy_said")).to_have_text(RU("slides.copied"))
    head = base64.b64decode(page.evaluate(COPIED))
    assert head[:8] == b"\x89PNG\r\n\x1a\n"
    assert int.from_bytes(head[16:20], "big") == 2 * WIDTH


def test_where_the_browser_forbids_copying_it_says_what_to_do(new_reader, server):
    page = new_reader(server)
    page.add_init_script("Object.defineProperty(navigator, 'clipboard', {value: undefined})")
    open_picture(page)
    page.locator("#copy_picture").click()
    expect(page.locator("#copy_said")).to_have_text(RU("slides.cannot_copy"))


def test_the_window_of_the_picture_is_closed_in_words_and_what_was_added_is_counted(
    new_reader, server
):
    page = new_reader(server)
    open_picture(page)
    page.get_by_role("button", name=RU("slides.close"), exact=True).click()
    expect(page.locator(".st-key-slide_picture")).to_be_hidden()
    page.locator(".st-key-files_events_states button").click()
    page.locator(".st-key-events_states_show button").click()
    expect(page.get_by_text(RU("slides.chosen", n=1)).first).to_be_visible()
