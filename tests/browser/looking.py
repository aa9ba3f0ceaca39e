"""Measure a drawn page: what scrolls, what is cut, what lies over what, what cannot be read."""

from playwright.sync_api import Page

WIDTHS = """() => {
  const main = document.querySelector('[data-testid=stMain]');
  return {wide: main.scrollWidth, room: main.clientWidth};
}"""

# Boxes that scroll by themselves; a long table may, if its head stays in sight and a control beside
# it shows all of it.
SCROLLING = """() => {
  const main = document.querySelector('[data-testid=stMain]');
  const scrolls = style => /auto|scroll/.test(style);
  const sticky = node => node && getComputedStyle(node).position === 'sticky';
  const headed = table => sticky(table.tHead) || sticky(table.tHead?.querySelector('th'));
  const shown_whole = box => [...box.parentElement.querySelectorAll('button, a, label')].some(
    node => !box.contains(node) && /показать вс|show all/i.test(node.innerText));
  const long_table = box => {
    const tables = [...box.querySelectorAll('table')];
    return tables.length === 1 && !box.querySelector('[data-testid=stVegaLiteChart], canvas')
      && headed(tables[0]) && shown_whole(box);
  };
  return [...main.querySelectorAll('*')].filter(node => node.checkVisibility()).map(node => {
    const style = getComputedStyle(node);
    const down = scrolls(style.overflowY) && node.scrollHeight > node.clientHeight + 1;
    const aside = scrolls(style.overflowX) && node.scrollWidth > node.clientWidth + 1;
    const key = node.closest('[class*=st-key-]')?.className.match(/st-key-[\\w-]+/)[0];
    return [aside || (down && !long_table(node)), key || node.className];
  }).filter(([scrolling]) => scrolling).map(([_, name]) => name);
}"""

# The finding is the first heading under the title; its figure the first chart, picture, row of
# cards or table, of which the head and the first row count; of a chart that needs more than half
# a window its first 300 px. What a box hides does not count.
FIRST = """() => {
  const main = document.querySelector('[data-testid=stMain]');
  const lowest = selector => {
    const node = [...main.querySelectorAll(selector)].find(node => node.checkVisibility());
    if (!node) return null;
    const row = node.tagName === 'TABLE' ? node.rows[Math.min(1, node.rows.length - 1)] : node;
    const {top, height} = row.getBoundingClientRect();
    const tall = height > 400 && row.matches('[data-testid=stVegaLiteChart]');
    let bottom = top + (tall ? 300 : height);
    for (let up = node.parentElement; up !== main; up = up.parentElement)
      if (getComputedStyle(up).overflowY !== 'visible')
        bottom = Math.min(bottom, up.getBoundingClientRect().bottom);
    return bottom - main.getBoundingClientRect().top + main.scrollTop;
  };
  return {
    finding: lowest('h3'),
    figure: lowest('[data-testid=stVegaLiteChart], table, .cards, figure, [data-testid=stImage]'),
  };
}"""

# Elements that show text of their own, with the part of it that no scrolling ancestor hides.
TEXTS = """
  const texts = [...document.querySelectorAll('body *')].filter(node =>
    !node.closest('[aria-hidden=true], [data-collapsed=true], svg, style, script')
    && node.checkVisibility() && (node.value || [...node.childNodes].some(
      child => child.nodeType === Node.TEXT_NODE && child.data.trim())));
  const said = node => (node.value || node.textContent).trim().slice(0, 60);
  const within = (one, other) => ({
    left: Math.max(one.left, other.left), right: Math.min(one.right, other.right),
    top: Math.max(one.top, other.top), bottom: Math.min(one.bottom, other.bottom)});
  const clips = new Map();  // many texts of a table share one
  const clip = up => {
    if (!up) return {left: -Infinity, right: Infinity, top: -Infinity, bottom: Infinity};
    if (!clips.has(up)) {
      const outer = clip(up.parentElement), hides = getComputedStyle(up).overflow !== 'visible';
      clips.set(up, hides ? within(up.getBoundingClientRect(), outer) : outer);
    }
    return clips.get(up);
  };
  const box = node => {
    const range = document.createRange();
    range.selectNodeContents(node);
    return within((node.value ? node : range).getBoundingClientRect(), clip(node.parentElement));
  };
"""

CUT = (
    "() => {"
    + TEXTS
    + """
  const held = node => node.closest('button, a, .card, [data-testid=stSelectbox]') || node;
  const tiny = node => node.clientWidth <= 2;
  // A list shut in a narrow window ends a long value with an ellipsis and, opened, tells it whole.
  const shut = node => innerWidth < 700 && node.value && node.closest('[data-testid=stSelectbox]');
  return texts.filter(node => {
    const inline = getComputedStyle(node).display.startsWith('inline');
    if (shut(node)) return false;
    const own = !inline && !tiny(node) && node.scrollWidth > node.clientWidth + 1;
    const holder = held(node);
    return own || (holder !== node && !tiny(holder) && holder.scrollWidth > holder.clientWidth + 1);
  }).map(said);
}"""
)

OVERLAPPING = (
    "() => {"
    + TEXTS
    + """
  document.querySelector('[data-testid=stMain]')?.scrollTo(0, 0);  // heads lie over rows scrolled
  const boxes = texts.map(node => [node, box(node)])
    .filter(([, b]) => b.right - b.left > 2 && b.bottom - b.top > 2);
  const pairs = [];
  // Parts of one sentence that take several lines have boxes that overlap, and letters that do not.
  const inline = node => getComputedStyle(node).display === 'inline';
  const of_one_sentence = (one, other) =>
    one.parentElement === other.parentElement && inline(one) && inline(other);
  boxes.sort(([, a], [, b]) => a.top - b.top);
  boxes.forEach(([one, a], i) => {
    for (let j = i + 1; j < boxes.length; j++) {
      const [other, b] = boxes[j];
      if (b.top > a.bottom) break;
      if (one.contains(other) || other.contains(one)) continue;
      const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
      const tall = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
      if (wide > 2 && tall > 3 && !of_one_sentence(one, other))
        pairs.push(said(one) + ' / ' + said(other));
    }
  });
  return pairs;
}"""
)

# Text of an HTML element, or of a chart, which may be drawn smaller than it was made.
SMALL = """least => {
  const found = [];
  for (const node of document.querySelectorAll('body *')) {
    const chart = node.closest('svg.marks');
    const own = [...node.childNodes].some(
      child => child.nodeType === Node.TEXT_NODE && child.data.trim());
    if (!own || !node.checkVisibility() || node.closest('style, script')) continue;
    if (!chart && node.closest('[aria-hidden=true]')) continue;
    if (getComputedStyle(node).fontSize === '0px') continue;  // words of Streamlit that we replace
    const drawn = chart ? chart.getBoundingClientRect().width / chart.viewBox.baseVal.width : 1;
    const size = parseFloat(getComputedStyle(node).fontSize) * drawn;
    if (size < least - 0.05) found.push([node.textContent.trim().slice(0, 60), size]);
  }
  return found;
}"""
LEAST = 12
"""The smallest text, px."""

FAINT = (
    "() => {"
    + TEXTS
    + """
  const parse = text => {
    const parts = text.match(/[\\d.]+/g).map(Number);
    return [...parts.slice(0, 3), parts.length > 3 ? parts[3] : 1];
  };
  const over = (front, back, part) => front.map((c, i) => c * part + back[i] * (1 - part));
  const ground = node => {
    const layers = [];
    for (let up = node; up; up = up.parentElement) {
      const [r, g, b, a] = parse(getComputedStyle(up).backgroundColor);
      if (a > 0) layers.push([[r, g, b], a]);
      if (a === 1) break;
    }
    return layers.reverse().reduce((back, [front, a]) => over(front, back, a), [255, 255, 255]);
  };
  const fade = node => {
    let part = 1;
    for (let up = node; up; up = up.parentElement) part *= getComputedStyle(up).opacity;
    return part;
  };
  const linear = c => (c /= 255) <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  const light = ([r, g, b]) => 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
  return texts.filter(node => !node.closest('[disabled], [aria-disabled=true], [data-disabled]')
      && !node.closest('label')?.parentElement.querySelector('[disabled]')
      && !node.parentElement?.querySelector(':scope > [disabled]')
      && box(node).right > box(node).left + 2 && /[\\p{L}\\d]/u.test(said(node)))
    .map(node => {
      const [r, g, b, a] = parse(getComputedStyle(node).color);
      const back = ground(node), front = over([r, g, b], back, a * fade(node));
      const [dark, bright] = [light(front), light(back)].sort((x, y) => x - y);
      return [said(node), Math.round((bright + 0.05) / (dark + 0.05) * 10) / 10];
    }).filter(([, ratio]) => ratio < 4.5);
}"""
)


def widths(page: Page) -> dict[str, int]:
    """Give the width of the content and of the window it is seen in, px."""
    return page.evaluate(WIDTHS)


def scrolling(page: Page) -> list[str]:
    """Name the boxes that scroll inside the page, those of long tables apart that may."""
    return page.evaluate(SCROLLING)


def first(page: Page) -> dict[str, float | None]:
    """Give where the finding and its figure end, px from the top; None where there is none."""
    return page.evaluate(FIRST)


def cut(page: Page) -> list[str]:
    """List texts wider than what holds them."""
    return page.evaluate(CUT)


def small(page: Page) -> list[list]:
    """List texts smaller than 12 px, those of charts too, with their sizes."""
    return page.evaluate(SMALL, LEAST)


def overlapping(page: Page) -> list[str]:
    """List pairs of texts that lie over each other."""
    return page.evaluate(OVERLAPPING)


def faint(page: Page) -> list[list]:
    """List texts under 4.5:1 on what is behind them (WCAG 2.2, 1.4.3), disabled ones apart."""
    return page.evaluate(FAINT)
