"""Time clicks in a real browser, to the last change of a chart: the dashboard against bare pages.

The bare page has the same select box and the same figures, ready-made; the sent page has every
element of the dashboard's, ready-made, so the dashboard's own work is all that it lacks. All stand
open in one Chromium and are clicked in turn. A chart is an SVG: drawn is when its last change
before a long quiet was made.
"""

import asyncio
import contextlib
import pickle
import shutil
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from tests.benchmarks.recording import KINDS, Kind, Recorded, record
from tests.benchmarks.serving import Server, bare, product
from tests.benchmarks.table import median, percentile, show

BAR = 1.3
CLICKS, SWITCHES, OPENINGS = 14, 6, 4
QUIET, PATIENCE = 400, 15_000
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-renderer-backgrounding",
    "--disable-background-timer-throttling",
]
WATCH = """
window.clicked = 0;
window.drawn = 0;
addEventListener("pointerdown", event => { window.clicked = event.timeStamp; }, true);
const within = node => (node.closest ? node : node.parentElement)?.closest("svg.marks");
const whole = node => node.matches?.("svg.marks") || node.querySelector?.("svg.marks");
new MutationObserver(changes => {
  if (changes.some(change => within(change.target) || [...change.addedNodes].some(whole)))
    window.drawn = performance.now();
}).observe(document, {subtree: true, childList: true, attributes: true, characterData: true});
"""
IDLE = "[data-test-script-state=notRunning]"
DONE = f"""
drawn > clicked && performance.now() - drawn > {QUIET} && document.querySelector("{IDLE}") !== null
"""


def run(folder: Path) -> None:
    """Open all in Chromium and click the same things; nothing to do without a Chromium."""
    chromium = shutil.which("chromium")
    if chromium is None:
        print("\n3. Clicks in a browser: left out, there is no chromium on this machine")
        return
    with tempfile.TemporaryDirectory() as name, product(folder) as dashboard:
        recorded = asyncio.run(record(dashboard))
        with _bare_pages(Path(name), recorded) as bares, sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
            rows = list(_rows(browser, [dashboard, *bares], recorded))
            browser.close()
    show(
        "3. From a click in Chromium to the drawn chart",
        ("click", "dashboard ms", "p95", "bare ms", "ratio", "sent ms", "ratio", "n"),
        rows,
        f"Bar: first ratio ≤ {BAR} for a filter with cached data. Medians, clicked in turn.",
        "Bare: one box and the figure. Sent: every element of the page, ready-made.",
    )


@contextlib.contextmanager
def _bare_pages(folder: Path, recorded: dict[str, Recorded]) -> Iterator[tuple[Server, Server]]:
    """Serve the figures alone, and the pages as they were sent."""
    figures, deltas = folder / "figures", folder / "deltas"
    figures.write_bytes(pickle.dumps({kind: page.figures for kind, page in recorded.items()}))
    sent = {kind: (page.widget, page.deltas) for kind, page in recorded.items()}
    deltas.write_bytes(pickle.dumps(sent))
    with bare("figures", FIGURES=str(figures)) as plain, bare("sent", SENT=str(deltas)) as again:
        yield plain, again


def _rows(
    browser: Browser, servers: Sequence[Server], recorded: dict[str, Recorded]
) -> Iterator[tuple]:
    dashboard, plain, sent = servers
    for kind in KINDS:
        known, years = _address(dashboard, kind), list(recorded[kind.name].figures)
        pages = [_open(browser, a) for a in (known, _plain(plain, kind), _plain(sent, kind))]
        yield _row(f"{kind.name}: another year, cached", *_years(pages, years))
        if kind.name == "matrix":
            yield _row("matrix: another year, new view", *_new_years(pages[:2], known, years))
        _close(pages)
    pages = [_open(browser, dashboard.address()), _open(browser, _plain(plain, KINDS[2]))]
    yield _row("menu: summary to matrix", *_menu(pages))
    _close(pages)
    yield _row(
        "matrix in a new browser",
        *_openings(browser, [_address(dashboard, KINDS[0]), _plain(plain, KINDS[0])]),
    )


def _close(pages: list[Page]) -> None:
    for page in pages:
        page.context.close()


def _new_years(pages: list[Page], known: str, years: list[str]) -> list[list[float]]:
    """Choose years of views that nobody asked for yet, beside the ready-made ones."""
    times: list[list[float]] = [[] for _ in pages]
    for schools in ("rural", "urban"):
        pages[0].goto(f"{known}&schools={schools}")
        pages[0].wait_for_function(DONE, timeout=PATIENCE, polling=50)
        few = years[: CLICKS // 2]
        for side, more in zip(times, _years(pages, few, len(few) - 1), strict=True):
            side += more
    return times


def _openings(browser: Browser, addresses: list[str]) -> list[list[float]]:
    """Open each address in a browser without a cache; milliseconds from the start of loading."""
    times: list[list[float]] = [[] for _ in addresses]
    for _ in range(OPENINGS):
        for side, address in zip(times, addresses, strict=True):
            page = _open(browser, address)
            side.append(page.evaluate("drawn"))
            page.context.close()
    return times


def _row(
    title: str, ours: list[float], bare: list[float], sent: list[float] | None = None
) -> tuple:
    """Give a line of the table; `sent` where the same page was clicked as it had been sent."""
    middle = median(ours)
    against = (median(sent), middle / median(sent)) if sent else ("–", "–")
    few = median(bare)
    return title, middle, percentile(ours, 0.95), few, middle / few, *against, len(ours)


def _address(dashboard: Server, kind: Kind) -> str:
    return dashboard.address(f"{kind.page}?language=ru&{kind.link}".rstrip("&"))


def _plain(plain: Server, kind: Kind) -> str:
    """Streamlit's first page answers at the root only."""
    return plain.address("" if kind is KINDS[0] else kind.name)


def _open(browser: Browser, address: str) -> Page:
    """Open an address with an empty cache, and wait until it is drawn."""
    page = browser.new_context(locale="ru-RU", viewport={"width": 1366, "height": 900}).new_page()
    page.add_init_script(WATCH)
    page.goto(address)
    page.wait_for_function(DONE, timeout=PATIENCE, polling=50)
    return page


def _until_drawn(page: Page, act: Callable[[], object]) -> float:
    """Click something; milliseconds from the press to the last change of a chart."""
    page.bring_to_front()
    act()
    page.wait_for_function(DONE, timeout=PATIENCE, polling=50)
    return page.evaluate("drawn - clicked")


def _years(pages: list[Page], years: list[str], times: int = CLICKS) -> list[list[float]]:
    """Choose one year after another on all pages in turn."""
    taken: list[list[float]] = [[] for _ in pages]
    for turn in range(times):
        for side, page in zip(taken, pages, strict=True):
            page.mouse.move(5, 5)  # a chart under the pointer lays its toolbar over the box
            page.locator(".st-key-bar_year").get_by_role("combobox").click()
            option = page.get_by_role("option", name=years[turn % len(years)], exact=True)
            option.wait_for()
            side.append(_until_drawn(page, option.click))
    return taken


def _menu(pages: list[Page]) -> list[list[float]]:
    """Go from the summary to the matrix by the menu, and back by it, which is not timed."""
    taken: list[list[float]] = [[] for _ in pages]
    for _ in range(SWITCHES):
        for side, page in zip(taken, pages, strict=True):
            links = page.get_by_test_id("stSidebarNavLink")
            summary, matrix = (0, 1) if page is pages[0] else (2, 0)
            side.append(_until_drawn(page, links.nth(matrix).click))
            _until_drawn(page, links.nth(summary).click)
    return taken
