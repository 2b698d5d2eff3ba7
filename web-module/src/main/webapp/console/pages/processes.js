// Processes: all by name, with what waits for a person in each.
import { html } from '../lib/ui.js';
import { all, each, find, path, query as queryOf } from '../lib/api.js';
import { useLoad } from '../lib/load.js';
import { link } from '../lib/router.js';
import { Rows } from '../parts/rows.js';
import { Empty, Failure, Head, Loading, When } from '../parts/small.js';

export function Processes() {
  const page = useLoad(read, []);
  return html`<${Head} title="Processes" /><${Failure} error=${page.error} /><${Loading} of=${page} />
    ${page.data && (page.data.length === 0 ? html`<${Empty}>No process is defined: an operator writes one with <code>PUT /processes/NAME</code>, an application in code.<//>` : html`<${Rows} items=${page.data} keyOf=${(p) => p.name} columns=${[
      ['Process', (p) => html`<a href=${link(['processes', p.name])}>${p.name}</a>`], ['Version', (p) => p.version, 'number'],
      ['Stuck', (p) => (p.stuck ? html`<a href=${link('stuck', { process: p.name })}><b>▲ ${p.stuck}</b></a>` : '0'), 'number'], ['Problems', (p) => (p.problems ? html`<b>▲ ${p.problems}</b>` : '0'), 'number'],
      ['Written', (p) => html`<${When} at=${p.updatedAt} />`], ['By', (p) => p.updatedBy]]} />`)}`;
}

async function read(signal) {
  const { items } = await all('processes', 'processes', 400, { signal });
  return each(items, async (p) => {
    const [stuck, problems] = await Promise.all([find('conversations' + queryOf({ process: p.name, status: 'STUCK', limit: 200 }), { signal }), find(path('processes', p.name, 'problems'), { signal })]);
    return { ...p, stuck: count(stuck), problems: problems?.problems.length };
  });
}

const count = (page) => (page ? `${page.conversations.length}${page.next ? '+' : ''}`.replace(/^0$/, '') : '');
