// The stage stands in the body, over everything, and outlives the page that began it: a question
// is answered on a live page, and the slides are still here when the presenter comes back.
const show = window.story_on_show ??= {at: 0, screens: [], stage: null, is_on: false, is_away: false};

const follow = address => {
  history.pushState(null, '', address);
  dispatchEvent(new PopStateEvent('popstate'));
};
const made = (name, inside = '') => {
  const node = document.createElement('div');
  node.className = name;
  node.innerHTML = inside;
  return node;
};
const part = name => show.stage.querySelector(`.${name}`);
const page_is_dead = dead => {
  const root = document.getElementById('root');
  if (root) root.inert = dead;
};

const PANELS = {KeyD: 'rows', KeyN: 'notes', help: 'help'};
const close_panel = () => {
  show.panel = null;
  part('show_panel').hidden = true;
  show.stage.focus({preventScroll: true});
};
const open_panel = name => {
  if (show.panel === name) return close_panel();
  const panel = part('show_panel');
  show.panel = name;
  panel.classList.toggle('show_whole', name === 'rows');
  panel.innerHTML = name === 'help' ? show.help : show.screens[show.at][name];
  panel.hidden = false;
  panel.scrollTop = 0;
  panel.querySelector('h2').focus({preventScroll: true});
};

const go = at => {
  const to = Math.max(0, Math.min(show.screens.length - 1, at));
  const slides = part('show_slides').children;
  slides[show.at].hidden = true;
  slides[to].hidden = false;
  show.at = to;
  if (show.panel) close_panel();
  part('show_said').textContent = show.screens[to].said;
  tell_desk();
};

const begin = at => {
  show.is_on = true;
  show.is_away = false;
  show.back.hidden = true;
  show.stage.hidden = false;
  page_is_dead(true);
  show.stage.focus({preventScroll: true});
  go(at);
};
const end = () => {
  show.is_on = false;
  if (show.panel) close_panel();
  if (document.fullscreenElement) document.exitFullscreen();
  show.stage.hidden = true;
  page_is_dead(false);
  document.querySelector('.show_start')?.focus();
};
const ask = () => {
  show.is_on = false;
  show.is_away = true;
  if (show.panel) close_panel();
  show.stage.hidden = true;
  page_is_dead(false);
  show.back.hidden = false;
  show.back.firstChild.textContent = show.words.back.replace('{n}', show.at + 1);
  follow(show.screens[show.at].link);
};
const come_back = () => {
  begin(show.at);
  follow(show.address);
};
const fill_screen = () =>
  document.fullscreenElement ? document.exitFullscreen() : show.stage.requestFullscreen?.().catch(() => {});

const STEPS = {
  ArrowRight: () => go(show.at + 1), ArrowDown: () => go(show.at + 1), PageDown: () => go(show.at + 1),
  Space: () => go(show.at + 1), ArrowLeft: () => go(show.at - 1), ArrowUp: () => go(show.at - 1),
  PageUp: () => go(show.at - 1), Home: () => go(0), End: () => go(show.screens.length - 1),
  KeyF: fill_screen, KeyD: () => open_panel('rows'), KeyN: () => open_panel('notes'),
  KeyP: () => open_desk(), KeyQ: ask, F1: () => open_panel('help'),
  Escape: () => show.panel ? close_panel() : end(),
};
const SCROLLS = ['ArrowDown', 'ArrowUp', 'Space', 'PageDown', 'PageUp', 'Home', 'End'];
const step_of = event => {
  if (event.ctrlKey || event.metaKey || event.altKey) return null;
  if (event.key === '?') return STEPS.F1;
  if (event.code === 'Space' && event.shiftKey) return STEPS.PageUp;
  return STEPS[event.code] ?? STEPS[event.key];
};
const heard = event => {
  if (show.is_away) {
    const writing = event.target.closest?.('input, textarea, select, [contenteditable=true]');
    if (event.code !== 'KeyQ' || writing || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    return come_back();
  }
  const step = step_of(event);
  if (!show.is_on || !step) return;
  // A long table moves under the keys that would turn the slide.
  if (show.panel && part('show_panel').scrollHeight > part('show_panel').clientHeight + 1
      && SCROLLS.includes(event.code)) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  step();
};

const bare = at => show.screens[at] ? show.screens[at].html.replace(' hidden>', '>') : '';
const time = () => {
  const seconds = Math.round((Date.now() - show.began) / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
};
const desk = () => show.desk && !show.desk.closed ? show.desk.document : null;
const tell_desk = () => {
  const there = desk();
  if (!there) return;
  const put = (name, inside) => { there.querySelector(`.${name}`).innerHTML = inside; };
  put('show_now', bare(show.at));
  put('show_next', bare(show.at + 1));
  put('show_spoken', show.screens[show.at].notes);
};
const open_desk = () => {
  show.desk = window.open('', 'show_desk', 'popup,width=1200,height=720');
  if (!desk()) return false;
  const there = desk();
  there.title = show.words.desk;
  there.documentElement.lang = document.documentElement.lang;
  there.head.replaceChildren(Object.assign(there.createElement('style'), {textContent: show.style}));
  there.body.className = 'show_desk';
  there.body.innerHTML = show.words.desk_html;
  show.began = Date.now();
  show.desk.onkeydown = heard;
  clearInterval(show.clock);
  show.clock = setInterval(() => {
    if (!desk()) return clearInterval(show.clock);
    desk().querySelector('.show_time').textContent = time();
  }, 500);
  tell_desk();
  return true;
};

const raise = () => {
  show.stage = made('', '<div class="show_slides"></div><div class="show_panel" hidden></div>'
    + '<div class="show_said" role="status"></div><button type="button" class="show_close">×</button>');
  show.stage.id = 'show_stage';
  show.stage.hidden = true;
  show.stage.tabIndex = -1;
  show.stage.setAttribute('role', 'region');
  part('show_close').onclick = end;
  part('show_slides').onclick = event => go(show.at + (event.clientX < innerWidth / 3 ? -1 : 1));
  show.back = made('', '<button type="button"></button><button type="button">×</button>');
  show.back.id = 'show_return';
  show.back.hidden = true;
  show.back.firstChild.onclick = come_back;
  show.back.lastChild.onclick = () => {
    show.is_away = false;
    show.back.hidden = true;
  };
  show.sheet = document.createElement('style');
  document.head.append(show.sheet);
  document.body.append(show.stage, show.back);
  window.addEventListener('keydown', heard, true);
};

const take = data => {
  if (show.story === data.story) return;
  show.is_away = false;
  show.back.hidden = true;
  Object.assign(show, {story: data.story, screens: data.screens, words: data.words, help: data.help,
    address: data.address, style: data.style, at: 0});
  show.sheet.textContent = data.style;
  show.stage.setAttribute('aria-label', data.name);
  for (const button of [show.back.lastChild, part('show_close')])
    button.setAttribute('aria-label', data.words.leave);
  part('show_slides').innerHTML = data.screens.map(each => each.html).join('');
};

export default function ({parentElement, data}) {
  const find = name => parentElement.querySelector(name);
  if (!show.stage) raise();
  if (!show.is_on) take(data);
  const start = find('.show_start'), window_button = find('.show_open_desk');
  start.textContent = data.words.start;
  window_button.textContent = data.words.open_desk;
  start.onclick = () => {
    take(data);
    begin(show.at);
  };
  window_button.onclick = () => {
    take(data);
    find('.show_answer').textContent = open_desk() ? '' : data.words.desk_refused;
  };
  const asked = `${data.story} ${data.start}`;
  if (data.start && show.asked !== asked) {
    show.asked = asked;
    begin(data.start - 1);
  }
}
