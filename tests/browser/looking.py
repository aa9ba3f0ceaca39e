"""Measure a drawn page: what scrolls, what is cut, what lies over what, what cannot be read."""

from playwright.sync_api import Page

HEIGHTS = """() => {
  const main = document.querySelector('[data-testid=stMain]');
  return {
    content: main.scrollHeight, window: main.clientHeight,
    wide: main.scrollWidth, room: main.clientWidth,
  };
}"""

# Elements that show text of their own, with the part of it that no scrolling ancestor hides.
TEXTS = """
  const texts = [...document.querySelectorAll('body *')].filter(node =>
    !node.closest('[aria-hidden=true], svg, style, script') && node.checkVisibility()
    && (node.value || [...node.childNodes].some(
      child => child.nodeType === Node.TEXT_NODE && child.data.trim())));
  const said = node => (node.value || node.textContent).trim().slice(0, 60);
  const box = node => {
    const range = document.createRange();
    range.selectNodeContents(node);
    let {left, top, right, bottom} = (node.value ? node : range).getBoundingClientRect();
    for (let up = node.parentElement; up; up = up.parentElement) {
      if (getComputedStyle(up).overflow === 'visible') continue;
      const clip = up.getBoundingClientRect();
      left = Math.max(left, clip.left); right = Math.min(right, clip.right);
      top = Math.max(top, clip.top); bottom = Math.min(bottom, clip.bottom);
    }
    return {left, top, right, bottom};
  };
"""

CUT = (
    "() => {"
    + TEXTS
    + """
  const held = node => node.closest('button, a, .card, [data-testid=stSelectbox]') || node;
  const tiny = node => node.clientWidth <= 2;
  return texts.filter(node => {
    const inline = getComputedStyle(node).display.startsWith('inline');
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
  const boxes = texts.map(node => [node, box(node)])
    .filter(([, b]) => b.right - b.left > 2 && b.bottom - b.top > 2);
  const pairs = [];
  boxes.forEach(([one, a], i) => boxes.slice(i + 1).forEach(([other, b]) => {
    if (one.contains(other) || other.contains(one)) return;
    const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
    const tall = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
    if (wide > 2 && tall > 3) pairs.push(said(one) + ' / ' + said(other));
  }));
  return pairs;
}"""
)

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


def heights(page: Page) -> dict[str, int]:
    """Give the size of the content and of the window it scrolls in, px."""
    return page.evaluate(HEIGHTS)


def cut(page: Page) -> list[str]:
    """List texts wider than what holds them."""
    return page.evaluate(CUT)


def overlapping(page: Page) -> list[str]:
    """List pairs of texts that lie over each other."""
    return page.evaluate(OVERLAPPING)


def faint(page: Page) -> list[list]:
    """List texts under 4.5:1 on what is behind them (WCAG 2.2, 1.4.3), disabled ones apart."""
    return page.evaluate(FAINT)
