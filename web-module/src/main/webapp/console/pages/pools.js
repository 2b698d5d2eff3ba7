// Pools: who holds what, who waits, and when holders are asked next.
import { html } from '../lib/ui.js';
import { all, get, path, query as queryOf } from '../lib/api.js';
import { useLoad } from '../lib/load.js';
import { filter, link } from '../lib/router.js';
import { lasting, span, useClock } from '../lib/time.js';
import { Command } from '../parts/command.js';
import { Pages, Rows } from '../parts/rows.js';
import { Empty, Facts, Failure, Head, Id, Loading, Status, When } from '../parts/small.js';

const Use = ({ pool }) => html`<meter min="0" max=${pool.capacity} high=${pool.capacity * pool.pressure} value=${pool.held} aria-label=${`${pool.held} of ${pool.capacity} held`}></meter> ${pool.held} of ${pool.capacity}${pool.underPressure ? ' ▲ under pressure' : ''}`;

export function Pools() {
  const page = useLoad((signal) => all('pools', 'pools', 400, { signal }), [], { every: 10_000 });
  return html`<${Head} title="Pools" /><${Failure} error=${page.error} /><${Loading} of=${page} />
    ${page.data && (page.data.items.length === 0 ? html`<${Empty}>There is no pool.<//>` : html`<${Rows} items=${page.data.items} keyOf=${(p) => p.name} columns=${[
      ['Pool', (p) => html`<a href=${link(['pools', p.name])}>${p.name}</a>`], ['Held', (p) => html`<${Use} pool=${p} />`], ['Waiting', (p) => p.waiting, 'number'], ['Asks every', (p) => (p.lease ? 'lease' : lasting(p.pingEvery))], ['Owner', (p) => p.owner]]} />`)}`;
}

export function Pool({ name, query }) {
  const page = useLoad(async (signal) => {
    const [pool, grants] = await Promise.all([get(path('pools', name), { signal }), get(path('pools', name, 'grants') + queryOf(query), { signal })]);
    return { pool, grants };
  }, [name, queryOf(query)], { every: 5000 });
  const now = useClock();
  if (!page.data) return html`<${Head} title=${name} /><${Failure} error=${page.error} /><${Loading} of=${page} />`;
  const { pool, grants } = page.data;
  return html`<${Head} title=${name} /><${Failure} error=${page.error} /><${Facts} of=${[['Held', html`<${Use} pool=${pool} />`], ['Waiting', pool.waiting], ['Asks every', pool.lease ? 'never, it is leased' : lasting(pool.pingEvery)], ['Answer within', `${lasting(pool.pingTimeout)}, ${pool.pingAttempts} times`], ['At most', lasting(pool.maxLifetime)], ['Holders', pool.holders.join(', ')], ['Owner', pool.owner]]} />
    ${grants.grants.length === 0 ? html`<${Empty}>Nobody holds anything, and nobody waits.<//>` : html`<${Rows} items=${grants.grants} keyOf=${(g) => g.grantId} columns=${[
      ['Holder', (g) => g.holder], ['Status', (g) => html`<${Status} of=${g.status} />${g.ended ? ` ${g.ended}` : ''}`], ['What', (g) => g.reference || ''], ['Token', (g) => g.fencingToken ?? '', 'number'],
      ['Life', (g) => html`<${Life} grant=${g} now=${now} />`], ['Next', (g) => next(g)], ['Grant', (g) => html`<${Id} value=${g.grantId} brief />`],
      ['', (g) => (g.status === 'HELD' || g.status === 'WAITING') && html`<${Command} label="release" onDone=${page.reload} command=${{ name: 'delete', method: 'DELETE', path: path('pools', name, 'grants', g.grantId), fields: [], says: 'Its holder has it no more.' }} />`]]} />
    <${Pages} next=${grants.next} first=${!query.after} onNext=${() => filter(['pools', name], { ...query, after: grants.next }, { keep: true })} onFirst=${() => filter(['pools', name], { ...query, after: '' })} />`}`;
}

const next = (g) => (g.ping ? html`▲ asked ${g.ping.attempt} ×, answer due <${When} at=${g.ping.answerBy} />` : g.nextPingAt ? html`asked again <${When} at=${g.nextPingAt} />` : g.waitsUntil ? html`gives up <${When} at=${g.waitsUntil} />` : '');

/** The timeline of a grant: waited, held, heard of. */
function Life({ grant, now }) {
  const begin = Date.parse(grant.askedAt);
  const granted = grant.grantedAt ? Date.parse(grant.grantedAt) : now;
  const heard = grant.confirmedAt ? Date.parse(grant.confirmedAt) : granted;
  const until = Math.max(now, begin + 1, Date.parse(grant.nextPingAt || grant.ping?.answerBy || 0) || 0);
  const x = (t) => Math.max(0, Math.min(160, ((t - begin) / (until - begin)) * 160));
  return html`<svg class="timeline" width="164" height="16" role="img" aria-label=${`asked ${span(now - begin)} ago`}><title>${`waited ${span(granted - begin)}, held ${grant.grantedAt ? span(now - granted) : 'not yet'}, last heard of ${span(now - heard)} ago`}</title>
    <g class="bar open"><rect x="1" y="5" width=${x(granted)} height="6" /></g>${grant.grantedAt && html`<g class="bar reply"><rect x=${x(granted)} y="3" width=${Math.max(1, x(heard) - x(granted))} height="10" /></g><g class="bar whole"><rect x=${x(heard)} y="3" width=${Math.max(1, x(now) - x(heard))} height="10" /></g>`}</svg>`;
}
