// The views that a reader keeps: in this browser, and as one small file that another one takes.
const KEY = 'monitor_my_views', KIND = '500+ Monitor: views', FORM = 1;
const MOST = 200, LONGEST_NAME = 60, LONGEST_LINK = 16000, LARGEST = 4e6;
const FIELD = /^[a-z_]{1,40}$/, CONTROL = /[\u0000-\u001f\u007f]/;

const kept = () => {
  try {
    const found = JSON.parse(localStorage.getItem(KEY));
    return Array.isArray(found) ? found : [];
  } catch { return []; }
};
const filled = (text, gaps) => text.replace(/\{(\w+)\}/g, (_, name) => gaps[name]);
const plain = text => String(text).replace(/\s+/g, ' ').trim().slice(0, LONGEST_NAME);

export default function ({parentElement, data}) {
  const find = name => parentElement.querySelector(name), {words, pages, regions} = data;
  const name = find('#view_name'), list = find('#views_kept'), said = find('#views_said'), file = find('#views_file');
  const base = location.pathname.replace(/[^/]*$/, '');
  const tell = text => { said.textContent = text; };

  // A view is a page of this program and a link of its own kind; its page checks the values.
  const fault = view => {
    if (!view || typeof view !== 'object' || typeof view.name !== 'string' || !plain(view.name)) return words.no_name;
    if (typeof view.page !== 'string' || !Object.hasOwn(pages, view.page)) return filled(words.no_page, {page: plain(view.page)});
    if (typeof view.link !== 'string' || view.link.length > LONGEST_LINK) return words.bad_link;
    const fields = [...new URLSearchParams(view.link)], region = new URLSearchParams(view.link).get('region');
    if (!fields.length || fields.some(([field, value]) => !FIELD.test(field) || CONTROL.test(value))) return words.bad_link;
    return region === null || regions.includes(region) ? '' : filled(words.no_region, {region: plain(region)});
  };
  const keep = views => {
    try { localStorage.setItem(KEY, JSON.stringify(views)); } catch { tell(words.no_room); return false; }
    draw();
    return true;
  };
  const draw = () => {
    list.replaceChildren(...kept().map((view, at) => {
      const line = document.createElement('li'), away = document.createElement('button');
      const wrong = fault(view), called = wrong ? document.createElement('span') : document.createElement('a');
      called.textContent = view && typeof view.name === 'string' ? plain(view.name) : '—';
      if (wrong) called.append(document.createElement('br'), wrong);
      else {
        const about = document.createElement('small');
        about.textContent = pages[view.page];
        called.className = 'inner_link';
        called.href = `${base}${view.page}?${new URLSearchParams(view.link)}`;
        called.append(about);
        called.onclick = () => {
          if (innerWidth < 768) document.querySelector('[data-testid=stSidebarCollapseButton] button')?.click();
        };
      }
      away.type = 'button';
      away.textContent = '×';
      away.setAttribute('aria-label', filled(words.forget, {name: called.firstChild.textContent}));
      away.onclick = () => { keep(kept().filter((_, place) => place !== at)); tell(words.forgotten); name.focus(); };
      line.append(called, away);
      return line;
    }));
    find('#views_save').hidden = !kept().length;
  };

  find('#my_views summary').textContent = words.title;
  for (const [button, text] of [['keep', words.keep], ['save', words.save], ['take', words.take]])
    find(`#views_${button}`).textContent = text;
  name.setAttribute('aria-label', words.name);
  name.placeholder = words.name;
  name.maxLength = LONGEST_NAME;
  list.setAttribute('aria-label', words.title);

  find('form').onsubmit = event => {
    event.preventDefault();
    const link = new URLSearchParams(location.search), page = location.pathname.slice(base.length);
    link.delete('language');  // a view opens in the language of its reader
    const view = {name: plain(name.value) || plain(document.title), page: page || data.front, link: String(link)};
    const wrong = fault(view), others = kept().filter(each => each?.name !== view.name);
    if (wrong) return tell(wrong);
    if (others.length >= MOST) return tell(filled(words.too_many, {most: MOST}));
    if (!keep([...others, view])) return;
    name.value = '';
    tell(filled(words.is_kept, {name: view.name}));
  };
  find('#views_save').onclick = () => {
    const told = JSON.stringify({kind: KIND, form: FORM, views: kept().filter(view => !fault(view))}, null, 1);
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([told], {type: 'application/json'}));
    link.download = '500plus_views.json';
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  };
  find('#views_take').onclick = () => file.click();
  file.onchange = async () => {
    const [given] = file.files;
    if (!given) return;
    let told = null;
    try { told = given.size <= LARGEST ? JSON.parse(await given.text()) : null; } catch { /* told below */ }
    file.value = '';
    if (told?.kind !== KIND || !Array.isArray(told.views)) return tell(words.foreign);
    if (told.form !== FORM) return tell(words.newer);
    for (const [at, view] of told.views.entries()) {
      const wrong = fault(view);
      if (wrong) return tell(filled(words.bad_view, {n: at + 1, name: plain(view?.name ?? '—'), why: wrong}));
    }
    const taken = told.views.map(view => ({name: plain(view.name), page: view.page, link: view.link}));
    const names = new Set(taken.map(view => view.name));
    const views = [...kept().filter(view => !names.has(view?.name)), ...taken];
    if (views.length > MOST) return tell(filled(words.too_many, {most: MOST}));
    if (keep(views)) tell(filled(words.taken, {n: taken.length}));
  };
  draw();
}
