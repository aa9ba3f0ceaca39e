// Stands before Streamlit's own program: says in the reader's language what only the browser knows.
(texts, version) => {
  const CLOSED = 2000;   // ms without a connection until it is told
  const ASKED = 60000;   // ms between two questions for the version in use
  const LONG = 10000;    // ms that a word stays which asks for nothing
  const ORDER = ['lost', 'newer', 'copy', 'changed'];
  const root = document.documentElement;
  const said = key => (texts[root.lang] || texts.ru)[key];

  // One bar, at the foot of the window; of several words the first of ORDER.
  const told = new Map();
  const draw = () => {
    let bar = document.getElementById('front_bar');
    if (!bar) {
      bar = document.createElement('div');
      bar.id = 'front_bar';
      bar.setAttribute('role', 'status');
      bar.dataset.reactAriaTopLayer = 'true';  // or an open dialog would silence it
      document.body.append(bar);
    }
    const name = ORDER.find(each => told.has(each));
    if (bar.dataset.said === `${name} ${root.lang}`) return;
    bar.dataset.said = `${name} ${root.lang}`;
    bar.replaceChildren();
    if (!name) return;
    const text = document.createElement('p'), button = document.createElement('button');
    text.textContent = said(name);
    button.type = 'button';
    button.textContent = said(`${name}_button`);
    button.onclick = told.get(name);
    bar.append(text, button);
  };
  const tell = (name, done) => { told.set(name, done); draw(); };
  const hush = name => { if (told.delete(name)) draw(); };
  const in_passing = name => {
    tell(name, () => hush(name));
    setTimeout(() => hush(name), LONG);
  };

  // The connection: Streamlit tries again by itself, but says so in English only.
  let closing = 0, leaving = false;
  addEventListener('pagehide', () => { leaving = true; });
  addEventListener('pageshow', () => { leaving = false; });
  window.WebSocket = class extends window.WebSocket {
    constructor(...given) {
      super(...given);
      if (!String(given[0]).includes('/_stcore/stream')) return;
      this.addEventListener('open', () => { clearTimeout(closing); hush('lost'); });
      this.addEventListener('close', () => {
        clearTimeout(closing);
        closing = setTimeout(() => { if (!leaving) tell('lost', () => location.reload()); }, CLOSED);
      });
    }
  };
  const close_english = dialog => {
    dialog.style.visibility = 'hidden';
    dialog.querySelector('button[aria-label=Close]')?.click();
  };
  const watch_dialogs = () => new MutationObserver(changes => {
    for (const { addedNodes } of changes) for (const node of addedNodes) {
      const title = node.matches?.('[data-testid=stDialog]') && node.querySelector('h2');
      if (['Connection error', 'Page not found'].includes(title?.textContent)) close_english(node);
    }
  }).observe(document.body, { childList: true });

  // Back and Forward: an address that the program only completes is no step of its own.
  let completing = true;
  for (const kind of ['pointerdown', 'keydown'])
    addEventListener(kind, () => { completing = false; }, true);
  const push = history.pushState.bind(history);
  history.pushState = (state, title, address) => {
    const same_page = new URL(address, location.href).pathname === location.pathname;
    if (same_page && (completing || !location.search)) history.replaceState(state, title, address);
    else push(state, title, address);
    if (!same_page) completing = true;
  };

  // Copying: on plain http a browser gives a page no clipboard, but obeys a click.
  const copied = text => {
    let done = false;
    const give = event => {
      event.clipboardData.setData('text/plain', text);
      event.preventDefault();
      event.stopImmediatePropagation();
      done = true;
    };
    addEventListener('copy', give, true);
    document.execCommand('copy');
    removeEventListener('copy', give, true);
    return done;
  };
  const by_hand = async text => {
    if (copied(text)) return;
    const shown = [...document.querySelectorAll('code')].find(code => code.textContent === text);
    if (shown) getSelection().selectAllChildren(shown);
    in_passing('copy');
    throw new Error('no clipboard');
  };
  if (!navigator.clipboard)
    Object.defineProperty(navigator, 'clipboard', { value: { writeText: by_hand } });

  // The version: a page left open does not know that a newer one was published.
  let drawn = '', sought = false;
  const again = () => {
    sought = true;
    hush('newer');
    dispatchEvent(new PopStateEvent('popstate'));
  };
  const ask = async () => {
    if (document.hidden || !root.dataset.version) return;
    const base = document.querySelector('script[type=module]').src.replace(/static\/.*/, '');
    const answer = await fetch(base + version).catch(() => null);
    const name = answer?.status === 200 ? await answer.text() : '';
    if (name && root.dataset.version && name !== root.dataset.version) tell('newer', again);
  };
  setInterval(ask, ASKED);
  document.addEventListener('visibilitychange', ask);
  new MutationObserver(() => {
    const name = root.dataset.version || '';
    if (name && drawn && name !== drawn && !sought) in_passing('changed');
    if (name !== drawn) hush('newer');
    if (name !== drawn) sought = false;
    drawn = name;
    if (told.size) draw();
  }).observe(root, { attributeFilter: ['data-version', 'lang'] });

  document.addEventListener('DOMContentLoaded', watch_dialogs);
}
