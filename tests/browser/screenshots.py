"""Take the pictures of the documentation: every page on a laptop, in Russian, light.

Run as `python -m tests.browser.screenshots`, or `make screenshots`.
"""

import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from data import first_start
from tests.browser import chromium, visiting
from tests.browser.serving import ROOT, serving
from tests.menu import left_out

FOLDER = ROOT / "docs" / "screenshots"
PICTURES = {
    "overview": ("", {}),
    "heatmap": ("heatmap", {"municipality": "60650000"}),
    "heatmap_map": ("heatmap", {"display": "map", "municipality": "60650000"}),
    "dynamics": ("dynamics", {}),
    "school": ("school", {"school": "60-0018"}),
    "mentoring": ("mentoring", {}),
    "roadmaps": ("roadmaps", {}),
    "recommendations": ("recommendations", {}),
    "events": ("events", {}),
    "project_year": ("project_year", {}),
    "show": ("show", {}),
    "import_data": ("import_data", {}),
    "versions": ("versions", {}),
    "about": ("about", {}),
}
PICTURES |= left_out(PICTURES)


def main() -> None:
    """Serve a store of the first start and write one PNG for each picture."""
    program = chromium.path()
    if program is None:
        sys.exit(chromium.MISSING)
    FOLDER.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as name:
        store = Path(name) / "store"
        first_start.ensure(store)
        with serving(store, Path(name) / "log.txt") as address, sync_playwright() as playwright:
            browser = chromium.launch(playwright, program)
            page = chromium.reader(
                browser,
                address,
                locale="ru-RU",
                timezone_id="Europe/Moscow",
                viewport=visiting.LAPTOP,
                color_scheme="light",
            ).new_page()
            for picture, (path, link) in PICTURES.items():
                visiting.visit(page, path, **link, language="ru")
                page.screenshot(path=FOLDER / f"{picture}.png")
            browser.close()


if __name__ == "__main__":
    main()
