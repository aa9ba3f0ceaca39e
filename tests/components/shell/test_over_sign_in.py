"""What waits for a reader who signs in is his alone, is given once, and never pushed out."""

import pytest

from components.shell.over_sign_in import MINUTES, MOST_BYTES, Held, Waiting

BROWSER, OTHER = b"1" * 16, b"2" * 16
LINK = {"region": "60", "year": "2022"}


@pytest.fixture
def now():
    return [0.0]


@pytest.fixture
def waiting(now):
    return Waiting(lambda: now[0])


def left(size=10, **session):
    return Held("import_data", LINK, session, size)


def test_who_comes_back_to_the_front_page_finds_it_once(waiting):
    held = left(files=["a"])
    assert waiting.hold(BROWSER, held)
    assert waiting.take(BROWSER, "", {}) is held
    assert waiting.take(BROWSER, "", {}) is None


def test_who_goes_back_to_the_page_finds_it_too(waiting):
    held = left()
    assert waiting.hold(BROWSER, held)
    assert waiting.take(BROWSER, "import_data", LINK) is held


@pytest.mark.parametrize(("page", "link"), [("heatmap", LINK), ("", LINK), ("import_data", {})])
def test_another_window_does_not_take_it(waiting, page, link):
    assert waiting.hold(BROWSER, left())
    assert waiting.take(BROWSER, page, link) is None
    assert waiting.take(BROWSER, "", {}) is not None


def test_another_browser_finds_nothing(waiting):
    assert waiting.hold(BROWSER, left())
    for other in (OTHER, b"", BROWSER[:-1]):
        assert waiting.take(other, "", {}) is None


def test_without_the_secret_of_a_browser_nothing_is_kept(waiting):
    assert not waiting.hold(b"", left())
    assert waiting.take(b"", "", {}) is None


def test_nobody_is_pushed_out_by_others_but_they_are_told(waiting):
    assert waiting.hold(BROWSER, left(MOST_BYTES - 10))
    assert not waiting.hold(OTHER, left(11))
    assert waiting.hold(BROWSER, left(MOST_BYTES))
    assert waiting.take(BROWSER, "", {}).size == MOST_BYTES
    assert waiting.hold(OTHER, left(11))


def test_a_quarter_of_an_hour_later_it_is_gone_and_its_room_free(waiting, now):
    assert waiting.hold(BROWSER, left(MOST_BYTES))
    now[0] = MINUTES * 60 - 1
    assert not waiting.hold(OTHER, left())
    now[0] = MINUTES * 60 + 1
    assert waiting.take(BROWSER, "", {}) is None
    assert waiting.hold(OTHER, left())
