// A link to a card is followed inside the open session: a page opened anew takes seconds.
const PAUSE = 60;  // ms after the last letter
let waiting = 0, opening = null;

const follow = address => {
  history.pushState(null, '', address);
  dispatchEvent(new PopStateEvent('popstate'));
};
const here = () => document.getElementById('school_find');
const menu_is_over_the_page = () => innerWidth < 768;

const take_keys = () => { here()?.focus(); here()?.select(); };
const look = () => {
  const closed = document.querySelector('[data-testid=stExpandSidebarButton]');
  const button = closed?.matches('button') ? closed : closed?.querySelector('button');
  button?.click();
  // At once where the menu is open: the next key is typed before any waiting ends.
  if (button) setTimeout(take_keys, 400);
  else take_keys();
};

if (!window.schools_are_found) {
  window.schools_are_found = true;
  document.addEventListener('keydown', event => {
    const writing = event.target.closest?.('input, textarea, select, [contenteditable=true]');
    if (event.key !== '/' || writing || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    look();
  });
  document.addEventListener('click', event => {
    const link = event.target.closest?.('a.inner_link');
    const plain = !event.button && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
    if (!link || !plain || event.defaultPrevented) return;
    event.preventDefault();
    follow(link.href);
  });
}

export default function ({parentElement, data, setTriggerValue}) {
  const find = name => parentElement.querySelector(name);
  const box = find('#school_find'), list = find('#schools_found'), said = find('#schools_said');
  const links = () => [...list.children];
  const marked = () => links().find(link => link.getAttribute('aria-selected') === 'true');
  const shut = () => {
    list.replaceChildren();
    list.hidden = true;
    said.textContent = '';
    box.setAttribute('aria-expanded', 'false');
    box.removeAttribute('aria-activedescendant');
  };
  const mark = link => {
    for (const each of links()) each.setAttribute('aria-selected', String(each === link));
    link.scrollIntoView({block: 'nearest'});
    box.setAttribute('aria-activedescendant', link.id);
  };
  const open = address => {
    box.value = '';
    opening = null;
    shut();
    if (menu_is_over_the_page())
      document.querySelector('[data-testid=stSidebarCollapseButton] button')?.click();
    follow(address);
  };
  const offer = ({id, name, about, address}, place) => {
    const link = document.createElement('a');
    link.id = `school_found_${place}`;
    link.href = address;
    link.tabIndex = -1;
    link.setAttribute('role', 'option');
    link.dataset.school = id;
    const where = document.createElement('small');
    where.textContent = about;
    link.append(name, where);
    link.onmousedown = event => event.preventDefault();
    link.onclick = event => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      open(link.href);
    };
    return link;
  };

  box.setAttribute('aria-label', data.label);
  box.placeholder = data.hint;
  list.setAttribute('aria-label', data.label);
  const asked = box.value.trim();
  if (asked && data.typed === asked) {
    list.replaceChildren(...data.schools.map(offer));
    list.hidden = !data.schools.length;
    said.textContent = data.said;
    box.setAttribute('aria-expanded', String(!list.hidden));
    if (data.schools.length) mark(links()[0]);
    if (opening === asked && data.schools.length) open(links()[0].href);
    opening = null;
  } else if (asked) {
    // The whole page ran anew over the answer, or before it came.
    clearTimeout(waiting);
    waiting = setTimeout(() => setTriggerValue('typed', asked), PAUSE);
  }

  box.oninput = () => {
    clearTimeout(waiting);
    opening = null;
    const typed = box.value.trim();
    if (!typed) return shut();
    waiting = setTimeout(() => setTriggerValue('typed', typed), PAUSE);
  };
  box.onkeydown = event => {
    const all = links(), at = all.indexOf(marked());
    if (event.key === 'Escape') {
      box.value = '';
      shut();
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      const step = event.key === 'ArrowDown' ? 1 : -1;
      if (all.length) mark(all[(at + step + all.length) % all.length]);
    } else if (event.key === 'Enter') {
      // Of what was typed since the last answer the answer is waited for.
      if (all.length && list.dataset.typed === box.value.trim()) open(all[at].href);
      else opening = box.value.trim();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  if (asked && data.typed === asked) list.dataset.typed = asked;
}
