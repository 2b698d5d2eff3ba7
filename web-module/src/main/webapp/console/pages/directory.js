// The directory: what can be asked for, and who serves it.
import { html } from '../lib/ui.js';
import { get } from '../lib/api.js';
import { useLoad } from '../lib/load.js';
import { filter, link } from '../lib/router.js';
import { lasting } from '../lib/time.js';
import { Rows } from '../parts/rows.js';
import { Empty, Failure, Head, Loading, When } from '../parts/small.js';

const silent = (op) => providersOf(op).some((p) => p.passedOverUntil && Date.parse(p.passedOverUntil) > Date.now());
export const providersOf = (op) => [].concat(op.provider).flatMap((p) => [p, ...(p.registered || [])]);

/** A provider in a few words. */
export function provider(p) {
  if (p.bean) return 'method in the EAR';
  if (p.process) return html`<a href=${link(['processes', p.process])}>process ${p.process}</a>`;
  if (p.mailbox) return html`<a href=${link(['mailboxes', p.mailbox])}>mailbox ${p.mailbox}</a>`;
  if (p.pool) return html`<a href=${link(['pools', p.pool])}>pool ${p.pool}</a>`;
  return p.queue ? `queue ${p.queue}` : 'outside of the EAR';
}

export function Directory({ query }) {
  const page = useLoad((signal) => get('operations', { signal }), []);
  const wanted = (query.name || '').toLowerCase();
  const items = (page.data?.operations || []).filter((op) => op.name.toLowerCase().includes(wanted) && (query.silent !== 'true' || silent(op)));
  return html`<${Head} title="Directory"><input data-search class="search" type="search" aria-label="Name" placeholder="name   /" value=${query.name || ''} onInput=${(e) => filter('directory', { ...query, name: e.target.value })} /><//>
    <${Failure} error=${page.error} /><${Loading} of=${page} />
    ${page.data && (items.length === 0 ? html`<${Empty}>No operation is found. <a href=${link('directory')}>Show all</a><//>` : html`<${Rows} items=${items} keyOf=${(op) => op.name} columns=${[
      ['Operation', (op) => html`<a href=${link(['directory', op.name])}>${op.name}</a>`],
      ['Served by', (op) => [].concat(op.provider).map((p) => html`<span>${provider(p)} </span>`), 'wide'],
      ['', (op) => silent(op) && html`<b>▲ silent</b>`],
      ['Undone by', (op) => op.compensation && html`<a href=${link(['directory', op.compensation])}>${op.compensation}</a>`],
      ['Timeout', (op) => lasting(op.timeout) || ''], ['Entered', (op) => (op.updatedAt ? html`<${When} at=${op.updatedAt} brief />` : '')]]} />`)}`;
}
