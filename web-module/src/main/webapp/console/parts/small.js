// Small things that every page shows.
import { html, useState } from '../lib/ui.js';
import { ago, exact, useClock } from '../lib/time.js';
import { copy } from '../lib/copy.js';
import { link } from '../lib/router.js';

/** A shape beside the colour: who does not see colours sees those. */
const SHAPES = {
  ACCEPTED: '○', RUNNING: '◐', WAITING: '◷', COMPENSATING: '↶', STUCK: '▲', SUCCEEDED: '✓', FAULTED: '✕', COMPENSATED: '↺',
  READY: '○', LOCKED: '◐', DELAYED: '◷', EXPIRED: '⧗', CANCELLED: '⊘', SKIPPED: '⤼', IGNORED: '∼', WRITTEN_OFF: '∼', HELD: '●', RELEASED: '○', RELINQUISHED: '○', ACTIVE: '▶', PAUSED: '‖', UP: '✓', DOWN: '▲',
};

export const shape = (status) => SHAPES[status] || '·';

export const Status = ({ of }) => html`<span class=${'status ' + String(of).toLowerCase()}><span aria-hidden="true">${shape(of)}</span> ${of}</span>`;

/** How long ago, and exactly. */
export function When({ at, brief }) {
  const now = useClock();
  if (!at) return html`<span class="faint">–</span>`;
  return html`<time datetime=${at} title=${at}>${ago(at, now)}${!brief && html` <span class="faint">${exact(at)}</span>`}</time>`;
}

/** An id, short: its beginning says when it was made, its end is what differs. */
export const short = (id) => (id.length > 14 ? `${id.slice(0, 8)}…${id.slice(-4)}` : id);

/** A conversation, by its short id. */
export const Talk = ({ id }) => (id ? html`<a href=${link(['conversations', id])} title=${id}>${short(id)}</a>` : '');

/** 1.5 MiB. */
export function Bytes({ of }) {
  const i = Math.min(3, Math.floor(Math.log2(Math.max(1, of)) / 10));
  return html`<span title=${of}>${i === 0 ? of : (of / 1024 ** i).toFixed(of / 1024 ** i < 10 ? 1 : 0)} ${['B', 'KiB', 'MiB', 'GiB'][i]}</span>`;
}

/** An id, copied by a click. */
export function Id({ value, brief }) {
  const [done, set] = useState(null);
  const click = async () => {
    set(await copy(value) ? 'copied' : 'not allowed');
    setTimeout(() => set(null), 1200);
  };
  return html`<button type="button" class="id" title=${`Copy ${value}`} onClick=${click}>${done || (brief ? short(value) : value)}</button>`;
}

/** A button that copies. */
export function Copy({ text, children }) {
  const [done, set] = useState(null);
  const click = async () => {
    try {
      set(await copy(typeof text === 'function' ? await text() : text) ? 'Copied' : 'Not allowed');
    } catch (e) {
      set(e.message);
    }
    setTimeout(() => set(null), 1200);
  };
  return html`<button type="button" class="quiet" onClick=${click}>${done || children}</button>`;
}

export function Failure({ error }) {
  if (!error) return null;
  const errors = error.body?.errors || [];
  return html`<div class="failure" role="alert"><b>${error.body?.title || 'Not sent'}</b> ${error.message}
    ${errors.length > 0 && html`<ul>${errors.map((e) => html`<li><code>${e.field || 'body'}</code>: ${e.expected}</li>`)}</ul>`}</div>`;
}

/** One conversation, 2 conversations. */
export const many = (n, one) => `${n} ${one}${n === 1 ? '' : 's'}`;

/** JSON, indented; folded where it is long. */
export function Body({ value, open = false, label = 'body' }) {
  const text = typeof value === 'string' ? value : JSON.stringify(value, null, 2);
  if (text === undefined) return null;
  return html`<details class="body" open=${open}><summary>${label} <span class="faint">${text.length} characters</span></summary><pre>${text}</pre><${Copy} text=${text}>Copy<//></details>`;
}

export const Empty = ({ children }) => html`<p class="empty">${children}</p>`;

/** What is shown while an answer is awaited: until the first one instead of it, later beside what was there. */
export function Loading({ of }) {
  if (of.old) return html`<div class="waiting-bar" aria-busy="true"></div>`;
  return of.loading && of.data === undefined && !of.error ? html`<p class="empty" aria-busy="true">…</p>` : null;
}

export const Facts = ({ of }) => html`<dl class="facts">${of.filter(([, v]) => v !== undefined && v !== null && v !== false && v !== '').map(([k, v]) => html`<div><dt>${k}</dt><dd>${v}</dd></div>`)}</dl>`;

export const Head = ({ title, children }) => html`<header class="head"><h1>${title}</h1><div class="tools">${children}</div></header>`;
