// Slips that are kept: how far each is on the route that its requester has chosen.
import { html } from '../lib/ui.js';
import { each, find, get, path, query as queryOf } from '../lib/api.js';
import { useLoad } from '../lib/load.js';
import { filter } from '../lib/router.js';
import { ACTS } from '../pictures/route.js';
import { Pages, Rows } from '../parts/rows.js';
import { Empty, Failure, Head, Loading, shape, Status, Talk, When } from '../parts/small.js';

const STATUSES = ['RUNNING', 'COMPENSATING', 'STUCK', 'SUCCEEDED', 'FAULTED', 'COMPENSATED', 'EXPIRED'];
const MOST = 50;

export function Slips({ query }) {
  const page = useLoad((signal) => read(query, signal), [queryOf(query)], { every: 15_000 });
  const items = page.data?.items || [];
  return html`<${Head} title="Slips"><select data-search aria-label="Status" value=${query.status || ''} onChange=${(e) => filter('slips', { status: e.target.value })}><option value="">any status</option>${STATUSES.map((s) => html`<option value=${s}>${s}</option>`)}</select><//>
    <${Failure} error=${page.error} /><${Loading} of=${page} />
    ${page.data && (items.length === 0 ? html`<${Empty}>There is none. A slip is looked at only while it is <code>kept</code>.<//>` : html`<${Rows} items=${items} keyOf=${(s) => s.conversationId} columns=${[
      ['Slip', (s) => html`<${Talk} id=${s.conversationId} />`], ['Status', (s) => html`<${Status} of=${s.status} />`],
      ['Route', (s) => html`<${Way} of=${s.slip} />`, 'wide'], ['Waits for', (s) => s.slip?.waitsFor || ''], ['Began', (s) => html`<${When} at=${s.createdAt} />`], ['From', (s) => s.slip?.originator || '']]} />
      <${Pages} next=${page.data.next} first=${!query.after} onNext=${() => filter('slips', { ...query, after: page.data.next }, { keep: true })} onFirst=${() => filter('slips', { ...query, after: '' })} />`)}`;
}

/** The operations in their order, each with what became of it. */
function Way({ of }) {
  if (!of) return html`<span class="faint">not kept</span>`;
  const acts = new Map(of.log.map((entry) => [entry.step, ACTS[entry.act]]));
  return of.itinerary.map((step, i) => html`<span class=${`status ${(acts.get(i) || '').toLowerCase()}`}>${i > 0 ? ' → ' : ''}${acts.has(i) ? `${shape(acts.get(i))} ` : ''}${step.operation}</span>`);
}

async function read(query, signal) {
  const page = await get('conversations' + queryOf({ ...query, operation: 'slip', limit: MOST }), { signal });
  const items = await each(page.conversations, async (c) => ({ ...c, slip: await find(path('slips', c.conversationId), { signal }) }));
  return { items, next: page.next };
}
