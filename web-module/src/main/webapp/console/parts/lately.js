// How it went lately: what became of the newest conversations of an operation, and how long they took.
import { html } from '../lib/ui.js';
import { find, query as queryOf } from '../lib/api.js';
import { useLoad } from '../lib/load.js';
import { link } from '../lib/router.js';
import { span } from '../lib/time.js';
import { percentile } from '../lib/trend.js';
import { Status } from './small.js';

const ENDED = new Set(['SUCCEEDED', 'FAULTED', 'COMPENSATED', 'EXPIRED', 'CANCELLED']);
const MOST = 200;

/** @param of the filter of the conversations: {operation} or {process} */
export function Lately({ of }) {
  const page = useLoad((signal) => find('conversations' + queryOf({ ...of, limit: MOST }), { signal }), [JSON.stringify(of)]);
  const items = page.data?.conversations || [];
  if (items.length === 0) return null;
  const took = items.filter((c) => ENDED.has(c.status)).map((c) => Date.parse(c.updatedAt) - Date.parse(c.createdAt));
  const counts = new Map();
  items.forEach((c) => counts.set(c.status, (counts.get(c.status) || 0) + 1));
  return html`<p><span class="faint">${page.data.next ? `Of the last ${items.length}` : `Of ${items.length}`}:</span>
    ${[...counts].sort((a, b) => b[1] - a[1]).map(([status, n]) => html` <a class="plain tally" href=${link('conversations', { ...of, status })}>${n} <${Status} of=${status} /></a>`)}
    ${took.length > 0 && html` <span class="faint">half within ${span(percentile(took, 0.5))}, 95 % within ${span(percentile(took, 0.95))}</span>`}</p>`;
}
