"""Open a view in a browser, wait until it is drawn, and read what can be seen."""

from urllib.parse import urlencode

from playwright.sync_api import Page

LAPTOP, SMALL = {"width": 1366, "height": 768}, {"width": 1280, "height": 720}

SETTLED = """() => {
  const app = document.querySelector('[data-testid=stApp]');
  if (!app || app.dataset.testScriptState !== 'notRunning') return false;
  if (!document.querySelector('.st-key-footer, .st-key-message')) return false;
  const charts = [...document.querySelectorAll('[data-testid=stVegaLiteChart]')];
  return charts.every(chart => chart.querySelector('svg.marks'))
    && !document.querySelector('[data-stale=true], [data-testid=stSkeleton]')
    && document.fonts.status === 'loaded';
}"""
DRAWN = "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"

SEEN = """() => {
  const said = [[document.title, 'title of the tab']];
  const hidden = '[aria-hidden=true], style, script';
  const nodes = document.createTreeWalker(document.body, NodeFilter.SHOW_ELEMENT);
  for (let node = nodes.nextNode(); node; node = nodes.nextNode()) {
    if (!node.checkVisibility() || node.closest(hidden)) continue;
    const where = (node.closest('[data-testid]') || node).dataset.testid || node.tagName;
    for (const name of ['aria-label', 'title', 'placeholder', 'alt'])
      if (node.getAttribute(name)) said.push([node.getAttribute(name), where]);
    for (const child of node.childNodes)
      if (child.nodeType === Node.TEXT_NODE && child.data.trim())
        said.push([child.data.trim(), where]);
  }
  return said;
}"""


def address(path: str, **link: object) -> str:
    """Write the path of a view with its parameters, and none where there are none."""
    query = urlencode(link)
    return f"/{path}?{query}" if query else f"/{path}"


def settle(page: Page) -> None:
    """Wait until the page has run to its end and every chart is drawn."""
    page.wait_for_function(SETTLED)
    page.evaluate(DRAWN)


def visit(page: Page, path: str = "", **link: object) -> None:
    """Open a view and wait until it is drawn."""
    page.goto(address(path, **link))
    settle(page)


def title(page: Page) -> str:
    """Give the title of the page, which names the view."""
    return page.locator(".st-key-title_row h2").inner_text()


def seen(page: Page) -> list[tuple[str, str]]:
    """Give every text a reader sees or hears, each with the element that says it."""
    return [(text, where) for text, where in page.evaluate(SEEN)]


def drawn(page: Page) -> list[str]:
    """Give the sentences of the marks of all charts, as a screen reader meets them."""
    marks = page.locator("[data-testid=stVegaLiteChart] svg path[aria-label]")
    return [text.replace("\N{NO-BREAK SPACE}", " ") for text in _labels(marks)]


def _labels(marks) -> list[str]:
    return marks.evaluate_all("marks => marks.map(mark => mark.getAttribute('aria-label'))")
