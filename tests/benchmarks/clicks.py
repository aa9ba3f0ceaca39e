"""Time clicks in a real browser, to the last change of a chart: the dashboard against a bare page.

The bare page has the same select box and the same figures, ready-made. Both stand open in one
Chromium and are clicked in turn. A chart is an SVG: drawn is when its last change before a long
quiet was made.
"""

import asyncio
import json
import pickle
import shutil
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from tests.benchmarks.serving import Server, bare, product
from tests.benchmarks.session import Session
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


Figures = dict[str, dict[str, list[dict]]]
"""Kind of figure → year → charts."""


@dataclass(frozen=True)
class Kind:
    """A figure of the dashboard: which page shows it under which link."""

    name: str
    page: str
    link: str


KINDS = (
    Kind("matrix", "heatmap", "display=matrix"),
    Kind("map", "heatmap", "display=map"),
    Kind("summary", "", ""),
)


def run(folder: Path) -> None:
    """Open both in Chromium and click the same things; nothing to do without a Chromium."""
    chromium = shutil.which("chromium")
    if chromium is None:
        print("\n3. Clicks in a browser: left out, there is no chromium on this machine")
        return
    with tempfile.TemporaryDirectory() as name, product(folder) as dashboard:
        figures, file = asyncio.run(_figures(dashboard)), Path(name) / "figures"
        file.write_bytes(pickle.dumps(figures))
        with bare("figures", FIGURES=str(file)) as plain, sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
            rows = list(_rows(browser, dashboard, plain, figures))
            browser.close()
    show(
        "3. From a click in Chromium to the drawn chart",
        ("click", "dashboard ms", "p95", "bare ms", "ratio", "n"),
        rows,
        f"Bar: ratio ≤ {BAR} for a filter with cached data. Medians, clicked in turn.",
    )


async def _figures(dashboard: Server) -> Figures:
    """Take each kind of figure for each year off the wire; the dashboard then has them cached."""
    found: Figures = {}
    async with Session(dashboard) as session:
        for kind in KINDS:
            await session.open(kind.page, f"language=ru&{kind.link}")
            found[kind.name] = {}
            for year in session.options("bar_year"):
                await session.choose("bar_year", year)
                charts = [_spec(chart) for chart in session.charts()]
                # Two years without data look the same, and a browser rightly draws nothing then.
                if charts not in found[kind.name].values():
                    found[kind.name][year] = charts
    return found


def _spec(chart: object) -> dict:
    """Put a chart as it was sent back into the form that Streamlit takes."""
    spec = json.loads(chart.spec)
    rows = {each.name: each.data.data for each in chart.datasets}
    return spec | {"datasets": spec.get("datasets", {}) | rows}


def _rows(browser: Browser, dashboard: Server, plain: Server, figures: Figures) -> Iterator[tuple]:
    for kind in KINDS:
        known = _address(dashboard, kind)
        pages = [_open(browser, known), _open(browser, _plain(plain, kind))]
        yield _row(f"{kind.name}: another year, cached", *_years(pages, list(figures[kind.name])))
        if kind.name == "matrix":
            yield _row("matrix: another year, new view", *_new_years(pages, known, figures))
        for page in pages:
            page.context.close()
    pages = [_open(browser, dashboard.address()), _open(browser, _plain(plain, KINDS[2]))]
    yield _row("menu: summary to matrix", *_menu(pages))
    for page in pages:
        page.context.close()
    yield _row(
        "matrix in a new browser",
        *_openings(browser, [_address(dashboard, KINDS[0]), _plain(plain, KINDS[0])]),
    )


def _new_years(pages: list[Page], known: str, figures: Figures) -> list[list[float]]:
    """Choose years of views that nobody asked for yet, beside the ready-made ones."""
    times: list[list[float]] = [[] for _ in pages]
    for schools in ("rural", "urban"):
        pages[0].goto(f"{known}&schools={schools}")
        pages[0].wait_for_function(DONE, timeout=PATIENCE, polling=50)
        years = list(figures["matrix"])[: CLICKS // 2]
        for side, more in zip(times, _years(pages, years, len(years) - 1), strict=True):
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


def _row(title: str, ours: list[float], bare: list[float]) -> tuple:
    fraction = median(ours) / median(bare)
    return title, median(ours), percentile(ours, 0.95), median(bare), fraction, len(ours)


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
