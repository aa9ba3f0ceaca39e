"""Open a view in a browser, wait until it is drawn, and read what can be seen."""

from urllib.parse import urlencode

from playwright.sync_api import Page

LAPTOP, SMALL = {"width": 1366, "height": 768}, {"width": 1280, "height": 720}

# Streamlit says "not running" until the server has taken a click, which a busy one does late. So
# every message that asks for a run is waited for: a run that began after it has ended. The first
# byte of such a message, and the kinds of the answers, are those of Streamlit 1.67's BackMsg
# (rerun_script) and ForwardMsg (new_session, script_finished).
RUNS = """
(() => {
  const ASKS = 11 << 3 | 2, BEGINS = 4, ENDS = 6;
  let begun = false;
  window.run_awaited = false;
  window.await_run = () => { window.run_awaited = true; begun = false; };
  const kind = bytes => {
    let at = 0;
    while (bytes[at] >> 3 < 3) {  // its hash and its metadata, of a known length each
      let length = 0, shift = 0, byte;
      do { byte = bytes[++at]; length |= (byte & 127) << shift; shift += 7; } while (byte > 127);
      at += length + 1;
    }
    return bytes[at] >> 3;
  };
  window.WebSocket = class extends window.WebSocket {
    constructor(...given) {
      super(...given);
      this.addEventListener('message', ({data}) => {
        const told = kind(new Uint8Array(data));
        if (told === BEGINS) begun = true;
        if (told === ENDS && begun) window.run_awaited = false;
      });
    }
    send(data) {
      if (new Uint8Array(data)[0] === ASKS) window.await_run();
      super.send(data);
    }
  };
})();
"""

SETTLED = """() => {
  if (window.run_awaited || window.room_is_awaited) return false;
  const app = document.querySelector('[data-testid=stApp]');
  if (!app || app.dataset.testScriptState !== 'notRunning') return false;
  if (!document.querySelector('.st-key-footer, .st-key-message')) return false;
  const charts = [...document.querySelectorAll('[data-testid=stVegaLiteChart]')];
  return charts.every(chart => chart.querySelector('svg.marks'))
    && !document.querySelector('[data-stale=true], [data-testid=stSkeleton]')
    && document.fonts.status === 'loaded';
}"""
DRAWN = "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"

TURN = """address => {
  window.await_run();
  history.pushState(null, '', address);
  dispatchEvent(new PopStateEvent('popstate'));
}"""

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
    page.wait_for_function(SETTLED)  # what came last is drawn by now, or is being drawn


def visit(page: Page, path: str = "", **link: object) -> None:
    """Open a view and wait until it is drawn."""
    page.goto(address(path, **link))
    settle(page)


def turn(page: Page, path: str = "", **link: object) -> None:
    """Turn an open page to another view, as the browser's Back does, and wait until it is drawn.

    A fifth of the work of opening it anew, for the program of the page is there already.
    """
    page.evaluate(TURN, address(path, **link))
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
