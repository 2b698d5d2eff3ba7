// The keyboard: / searches, j and k go through rows, x selects one, g and a letter go to a page, ? says so.
const PAGES = { n: 'now', c: 'conversations', s: 'stuck', d: 'dead-letters', p: 'processes', o: 'directory', m: 'mailboxes', r: 'pools', t: 'topics', l: 'slips' };

/** Listens; gives a function that ends it. */
export function listen(help) {
  let before = '';
  const pressed = (event) => {
    const key = before + event.key;
    before = '';
    if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector('dialog[open]')) return;
    if (event.key === 'Escape') document.activeElement?.blur();
    if (event.target.closest?.('input, textarea, select, [contenteditable]')) return;
    if (act(key, help)) event.preventDefault();
    else if (key === 'g') before = key;
  };
  addEventListener('keydown', pressed);
  return () => removeEventListener('keydown', pressed);
}

function act(key, help) {
  if (key === '/') return focus(document.querySelector('[data-search]'));
  if (key === 'j') return move(1);
  if (key === 'k') return move(-1);
  if (key === 'x') return tick();
  if (key === '?') return help(), true;
  if (key.length === 2 && key[0] === 'g' && PAGES[key[1]]) {
    location.hash = '#/' + PAGES[key[1]];
    return true;
  }
  return false;
}

function move(by) {
  const rows = [...document.querySelectorAll('[data-row]')];
  const at = rows.findIndex((row) => row.contains(document.activeElement));
  const row = rows[at < 0 ? (by > 0 ? 0 : rows.length - 1) : Math.min(rows.length - 1, Math.max(0, at + by))];
  row?.scrollIntoView({ block: 'nearest' });
  return focus(row?.querySelector('a, button, summary') || row);
}

/** Selects the row that is gone through, or leaves it out. */
function tick() {
  const box = document.activeElement?.closest('[data-row]')?.querySelector('input[type=checkbox]');
  box?.click();
  return Boolean(box);
}

function focus(element) {
  element?.focus();
  element?.select?.();
  return Boolean(element);
}
