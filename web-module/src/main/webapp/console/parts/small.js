// Small things that every page shows.
import { html, useState } from '../lib/ui.js';
import { ago, exact, useClock } from '../lib/time.js';
import { copy } from '../lib/copy.js';

/** A shape beside the colour: who does not see colours sees those. */
const SHAPES = {
  ACCEPTED: '○', RUNNING: '◐', WAITING: '◷', COMPENSATING: '↶', STUCK: '▲', SUCCEEDED: '✓', FAULTED: '✕', COMPENSATED: '↺',
  EXPIRED: '⧗', CANCELLED: '⊘', SKIPPED: '⤼', IGNORED: '∼', WRITTEN_OFF: '∼', HELD: '●', RELEASED: '○', RELINQUISHED: '○', ACTIVE: '▶', PAUSED: '‖', UP: '✓', DOWN: '▲',
};

export const shape = (status) => SHAPES[status] || '·';

export const Status = ({ of }) => html`<span class=${'status ' + String(of).toLowerCase()}><span aria-hidden="true">${shape(of)}</span> ${of}</span>`;

/** How long ago, and exactly. */
export function When({ at, short }) {
  const now = useClock();
  if (!at) return html`<span class="faint">–</span>`;
  return html`<time datetime=${at} title=${at}>${ago(at, now)}${!short && html` <span class="faint">${exact(at)}</span>`}</time>`;
}

/** An id, copied by a click. */
export function Id({ value, short }) {
  const [done, set] = useState(null);
  const click = async () => {
    set(await copy(value) ? 'copied' : 'not allowed');
    setTimeout(() => set(null), 1200);
  };
  return html`<button type="button" class="id" title=${`Copy ${value}`} onClick=${click}>${done || (short ? value.slice(0, 8) + '…' + value.slice(-4) : value)}</button>`;
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

/** JSON, indented; folded where it is long. */
export function Body({ value, open = false, label = 'body' }) {
  const text = typeof value === 'string' ? value : JSON.stringify(value, null, 2);
  if (text === undefined) return null;
  return html`<details class="body" open=${open}><summary>${label} <span class="faint">${text.length} characters</span></summary><pre>${text}</pre><${Copy} text=${text}>Copy<//></details>`;
}

export const Empty = ({ children }) => html`<p class="empty">${children}</p>`;

/** What is shown while the first answer is awaited: as high as what comes. */
export const Loading = ({ of }) => (of.loading && of.data === undefined && !of.error ? html`<p class="empty" aria-busy="true">…</p>` : null);

export const Facts = ({ of }) => html`<dl class="facts">${of.filter(([, v]) => v !== undefined && v !== null && v !== false && v !== '').map(([k, v]) => html`<div><dt>${k}</dt><dd>${v}</dd></div>`)}</dl>`;

export const Head = ({ title, children }) => html`<header class="head"><h1>${title}</h1><div class="tools">${children}</div></header>`;
