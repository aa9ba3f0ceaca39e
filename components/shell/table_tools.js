// Tables that stand whole on the page are sorted, searched and narrowed to columns in the browser.
// What was asked of them goes into the link once the reader pauses; no row is asked for again.
const FEW = 8;  // rows below which there is nothing to search for
const LONG = 60, FIRST = 50;  // a longer table shows its first rows until all are asked for
const PAUSE = 500;  // ms after the last letter or click
let words = null, own = '.', page = null, heard = null, tell = null, waiting = 0, asked = new Map();
const dressed = new WeakMap(), collator = new Intl.Collator('ru', {numeric: true, sensitivity: 'base'});
const all = (where, what) => [...where.querySelectorAll(what)];

const part = text => encodeURIComponent(text).replace(/[!'()*]/g, sign => '%' + sign.charCodeAt(0).toString(16));
const of = name => asked.get(name) ?? {sort: '', find: '', hidden: []};
const told = () => [...asked].filter(([, {sort, find, hidden}]) => sort || find || hidden.length)
  .map(([name, {sort, find, hidden}]) => [name, sort, part(find), hidden.join(',')].join(':')).join(';');
const read = text => {
  asked = new Map();
  for (const one of text.split(';').filter(Boolean)) {
    const [name, sort = '', find = '', hidden = ''] = one.split(':');
    try {
      asked.set(name, {sort, find: decodeURIComponent(find), hidden: hidden.split(',').filter(Boolean)});
    } catch { /* not a sign: the table stands as it was made */ }
  }
};
const ask = (name, change) => {
  asked.set(name, {...of(name), ...change});
  clearTimeout(waiting);
  waiting = setTimeout(() => { waiting = 0; tell(told()); }, PAUSE);
};

// Values: a number by its value, a day by its date, a name by its letters and numbers; nothing is null.
const plain = text => text.toLowerCase().replaceAll('ё', 'е').replace(/\s+/g, ' ').trim();
const said = cell => cell && cell.colSpan === 1 ? cell.textContent.replace(/\s+/g, ' ').trim() : '';
const NUMBER = () => own === '.' ? /^[^\p{L}\d]*?([-−]?)(\d[\d,]*(?:\.\d+)?)/u : /^[^\p{L}\d]*?([-−]?)(\d[\d\s]*(?:,\d+)?)/u;
const amount = text => {
  const found = text.match(NUMBER());
  if (!found) return null;
  const bare = each => Number(each.replace(/\s/g, '').replace(own === '.' ? /,/g : /$^/, '').replace(',', '.'));
  const parts = text.match(/^\D*(\d[\d\s]*?)\s(?:из|of)\s(\d[\d\s]*)/);
  if (parts && bare(parts[2])) return bare(parts[1]) / bare(parts[2]);
  return (found[1] ? -1 : 1) * bare(found[2]);
};
const DAY = /^(\d{1,2})\.(\d{2})\.(\d{4})$/, NAMED_DAY = /^\d{1,2} [A-Z][a-z]{2,} \d{4}$/;
const day = text => {
  const found = text.match(DAY);
  return found ? Date.UTC(found[3], found[2] - 1, found[1]) : NAMED_DAY.test(text) ? Date.parse(`${text} UTC`) : null;
};
const kind_of = (texts, declared) => {
  if (declared && declared !== 'text') return ['name', 'date'].includes(declared) ? declared : 'number';
  const there = texts.filter(text => text && text !== '—');
  if (there.length && there.every(text => day(text) !== null)) return 'date';
  const numbers = there.filter(text => amount(text) !== null), others = there.filter(text => amount(text) === null);
  return numbers.length && others.every(text => !/\d/.test(text)) && new Set(others).size < 6 ? 'number' : 'text';
};
const values = (rows, at, declared) => {
  const texts = rows.map(row => said(row.cells[at]));
  const kind = at ? kind_of(texts, declared) : declared === 'date' ? 'date' : 'name', nothing = new Set(words.nothing);
  return texts.map((text, row) => {
    const ranked = rows[row].cells[at]?.dataset.by;
    if (ranked !== undefined) return ranked === '' ? null : Number(ranked);
    if (nothing.has(text.toLowerCase())) return null;
    return kind === 'number' ? amount(text) : kind === 'date' ? day(text) : text.replace(/^[^\p{L}\d№]+/u, '');
  });
};
const compared = (a, b) => typeof a === 'number' && typeof b === 'number' ? a - b : collator.compare(a, b);

const arrange = table => {
  const {name, rows, fixed, heads, tools} = dressed.get(table), {sort, find, hidden} = of(name);
  const by = sort.replace(/^-/, ''), head = heads.find(each => each.key === by), turn = sort.startsWith('-') ? -1 : 1;
  let order = rows;
  if (head) {
    const found = new Map(values(rows, head.at, head.kind).map((value, at) => [rows[at], value]));
    order = [...rows].sort((a, b) => {
      const [one, other] = [found.get(a), found.get(b)];
      return (one === null) - (other === null) || (one === null ? 0 : turn * compared(one, other));
    });
  }
  table.tBodies[0].append(...fixed, ...order);
  const searched = plain(find).split(' ').filter(Boolean);
  const fits = row => searched.every(each => plain(row.textContent).includes(each));
  const left = order.filter(fits), whole = tools.all || left.length <= LONG;
  for (const row of order) row.classList.add('left_out');
  for (const row of whole ? left : left.slice(0, FIRST)) row.classList.remove('left_out');
  for (const each of heads) {
    each.cell.setAttribute('aria-sort', each !== head ? 'none' : turn > 0 ? 'ascending' : 'descending');
    const away = heads.length > 1 && each.at && hidden.includes(each.key);
    each.cell.hidden = away;
    if (tools.plain) for (const row of [...fixed, ...rows]) if (row.cells[each.at]) row.cells[each.at].hidden = away;
  }
  const lost = by && !head || hidden.some(key => !heads.some(each => each.key === key));
  tools.say({left: left.length, whole, find, sort, hidden, lost});
};

const named = table => {
  const same = all(document, `table[data-table="${table.dataset.table}"]`), at = same.indexOf(table);
  return at ? `${table.dataset.table}.${at + 1}` : table.dataset.table;
};
const made = (tag, look, text = '') => {
  const each = document.createElement(tag);
  each.className = look;
  each.textContent = text;
  return each;
};
const filled = (text, gaps) => text.replace(/\{(\w+)\}/g, (_, name) => gaps[name]);

// The columns of heads in one or two lines: a head of several columns sorts nothing.
const columns = table => {
  const grid = [], lines = [...table.tHead.rows];
  lines.forEach((line, y) => {
    let x = 0;
    for (const cell of line.cells) {
      while (grid[y]?.[x]) x++;
      for (let down = 0; down < cell.rowSpan; down++)
        for (let right = 0; right < cell.colSpan; right++) (grid[y + down] ??= [])[x + right] = cell;
      x += cell.colSpan;
    }
  });
  return grid.at(-1).map((cell, at) => ({cell, at, key: cell.dataset.column || String(at + 1), kind: cell.dataset.kind}))
    .filter(({cell}) => cell.colSpan === 1);
};

const tools_of = (table, name, heads, rows) => {
  const bar = made('div', 'table_tools'), more = made('button', 'further'), reset = made('button', 'reset', words.reset);
  const find = made('input', 'find'), order = made('select', 'order'), chosen = made('details', 'columns');
  const count = made('span', 'count'), tools = {all: false, plain: !table.querySelector('[colspan]'), bar};
  const again = change => { ask(name, change); arrange(table); };
  find.type = 'search';
  find.placeholder = words.find;
  find.setAttribute('aria-label', words.find);
  find.oninput = () => again({find: find.value.slice(0, 80)});
  order.setAttribute('aria-label', words.order);
  order.append(new Option(words.declared, ''));
  for (const {cell, key} of heads)
    for (const [sign, arrow] of [['', '▲'], ['-', '▼']]) order.append(new Option(`${cell.textContent.trim()} ${arrow}`, sign + key));
  order.onchange = () => again({sort: order.value});
  chosen.append(made('summary', '', words.columns));
  const boxes = made('div', 'choice');
  for (const {cell, key} of heads.slice(1)) {
    const label = made('label', ''), box = made('input', '');
    box.type = 'checkbox';
    box.value = key;
    box.onchange = () => again({hidden: all(boxes, 'input:not(:checked)').map(each => each.value)});
    label.append(box, cell.textContent.trim());
    boxes.append(label);
  }
  chosen.append(boxes);
  chosen.onkeydown = event => {
    if (event.key !== 'Escape') return;
    chosen.open = false;
    chosen.firstChild.focus();
  };
  count.setAttribute('role', 'status');
  reset.type = more.type = 'button';
  reset.onclick = () => { again({sort: '', find: '', hidden: []}); (find.isConnected ? find : order).focus(); };
  more.onclick = () => { tools.all = true; arrange(table); };
  tools.say = ({left, whole, find: typed, sort, hidden, lost}) => {
    if (find.value !== typed && document.activeElement !== find) find.value = typed;
    order.value = [...order.options].some(each => each.value === sort) ? sort : '';
    for (const box of all(boxes, 'input')) box.checked = !hidden.includes(box.value);
    const counted = typed ? filled(left ? words.found : words.none, {n: left, of: rows.length}) : '';
    count.textContent = [counted, lost ? words.lost : ''].filter(Boolean).join('. ');
    reset.hidden = !(typed || sort || hidden.length);
    more.hidden = whole;
    more.textContent = filled(words.all, {n: left});
  };
  if (rows.length >= FEW) bar.append(find);
  bar.append(order);
  if (tools.plain && table.tHead.rows.length === 1 && heads.length > 2) bar.append(chosen);
  bar.append(reset, count);
  table.before(bar);
  table.after(more);
  return tools;
};

const dress = table => {
  const every = [...table.tBodies[0]?.rows ?? []], fixed = every.filter(row => 'fixed' in row.dataset);
  const rows = every.filter(row => !('fixed' in row.dataset));
  table.classList.add('dressed');
  if (!table.tHead || rows.length < 3) return;
  const name = named(table), heads = columns(table);
  for (const head of heads) {
    const button = made('button', 'sorter');
    button.type = 'button';
    button.append(...head.cell.childNodes);
    head.cell.append(button);
    button.onclick = () => {
      const {sort} = of(name);
      ask(name, {sort: sort === head.key ? `-${head.key}` : sort === `-${head.key}` ? '' : head.key});
      arrange(table);
    };
  }
  if (rows.length >= FEW) table.classList.add('with_tools');
  dressed.set(table, {name, rows, fixed, heads, tools: tools_of(table, name, heads, rows)});
  arrange(table);
};
const look = () => { for (const table of all(document, 'table[data-table]:not(.dressed)')) dress(table); };
const shut = event => {
  for (const open of all(document, '.table_tools details[open]')) if (!open.contains(event.target)) open.open = false;
};

export default function ({data, setTriggerValue}) {
  tell = text => setTriggerValue('told', text);
  [words, own] = [data.words, data.decimal];
  if (page !== data.page) {
    clearTimeout(waiting);
    [waiting, heard, page] = [0, null, data.page];
  }
  if (heard !== data.arranged) {
    heard = data.arranged;
    if (!waiting && told() !== heard) {
      read(heard);
      for (const table of all(document, 'table.dressed')) if (dressed.has(table)) arrange(table);
    }
  }
  if (!window.tables_are_dressed) {
    window.tables_are_dressed = true;
    let soon = 0;
    new MutationObserver(() => { soon ||= requestAnimationFrame(() => { soon = 0; look(); }); })
      .observe(document.body, {childList: true, subtree: true});
    document.addEventListener('click', shut);
  }
  look();
}
