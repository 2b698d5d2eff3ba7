// Stuck: instances that wait for a person, grouped by the step and why.
import { html, useState } from '../lib/ui.js';
import { all, each, find, path, processesOf, query as queryOf } from '../lib/api.js';
import { nameOf } from '../lib/asked.js';
import { useLoad } from '../lib/load.js';
import { filter, link } from '../lib/router.js';
import { histogram } from '../lib/trend.js';
import { stuckAt } from '../pictures/route.js';
import { Spark } from '../pictures/spark.js';
import { Batch } from '../parts/batch.js';
import { Empty, Failure, Head, Loading, many, When } from '../parts/small.js';

const MOST = 400;

export function Stuck({ query }) {
  const [batch, setBatch] = useState(null);
  const page = useLoad((signal) => read(query, signal), [query.process], { every: 30_000 });
  const closed = (done) => {
    setBatch(null);
    if (done) page.reload();
  };
  return html`<${Head} title="Stuck"><input data-search class="search" type="search" aria-label="Process" placeholder="process   /" defaultValue=${query.process || ''} onChange=${(e) => filter('stuck', { process: e.target.value.trim() })} /><//>
    <${Failure} error=${page.error} /><${Loading} of=${page} />
    ${page.data && page.data.groups.length === 0 && html`<${Empty}>Nothing waits for a person.<//>`}
    ${page.data?.more && html`<p class="faint">The newest ${MOST} are grouped; there are more.</p>`}
    ${page.data?.groups.map((group) => html`<${Group} key=${group.key} group=${group} onCommand=${(name) => setBatch({ name, targets: group.members.map(({ id, step }) => ({ id, step })) })} />`)}
    ${batch && html`<${Batch} ...${batch} onClose=${closed} />`}`;
}

const Group = ({ group, onCommand }) => html`<section data-row class="group"><h2>▲ <a href=${group.isProcess ? link(['processes', group.operation]) : link('conversations', { operation: group.operation, status: 'STUCK' })}>${group.operation}</a>${[group.step, group.reason].filter(Boolean).map((text) => ` · ${text}`)} <small class="faint">${group.members.length}</small></h2>
  <p><span class="faint">first</span> <${When} at=${group.first} /> <span class="faint">last</span> <${When} at=${group.last} />${group.members.length > 2 && html` <${Spark} values=${histogram(group.members.map((m) => m.since))} of="How many got stuck, from the first until now" />`}
    ${(group.isProcess ? ['retry', 'skip', 'resolve', 'replace'] : ['retry', 'skip']).map((name) => html` <button type="button" class=${name === 'skip' ? 'harsh' : ''} onClick=${() => onCommand(name)}>${name} ${group.members.length} …</button>`)}</p>
  <details open=${group.members.length < 6}><summary>${many(group.members.length, 'conversation')}</summary><ul class="short">${group.members.map((m) => html`<li key=${m.id + m.step}><a href=${link(['conversations', m.id])}>${m.id}</a> <span class="faint">${m.step ? `${m.step}, version ${m.version}` : ''}</span> <${When} at=${m.since} brief /></li>`)}</ul></details></section>`;

async function read({ process }, signal) {
  const { items, more } = await all('conversations' + queryOf({ status: 'STUCK', process }), 'conversations', MOST, { signal });
  const names = await processesOf([...new Set(items.map((c) => c.operation))]);
  const instances = await each(items, (c) => (names.has(c.operation) ? find(path('conversations', c.conversationId, 'steps'), { signal }) : c.operation === 'slip' ? find(path('slips', c.conversationId), { signal }) : null));
  return { groups: grouped(items, instances), more };
}

/** The steps that wait for a person; the conversation itself where it has none, such as that of a slip. */
function stuckOf(conversation, instance) {
  if (!instance?.steps) return [{ since: conversation.updatedAt, reason: stuckAt(instance) && `${stuckAt(instance).operation} could not be undone` }];
  return instance.steps.filter((s) => s.status === 'STUCK').map((s) => ({ step: s.step, reason: s.stuck, since: s.since, version: instance.version }));
}

/** By process, step without its round, and reason; the largest first. */
function grouped(items, instances) {
  const groups = new Map();
  items.forEach((c, i) => stuckOf(c, instances[i]).forEach(({ step, reason, ...member }) => {
    const name = nameOf(step || '');
    const key = [c.operation, name, reason].join(' ');
    const group = groups.get(key) || { key, operation: c.operation, isProcess: Boolean(instances[i]?.steps), step: name, reason, members: [] };
    group.members.push({ id: c.conversationId, step, ...member });
    groups.set(key, group);
  }));
  return [...groups.values()].map((g) => ({ ...g, first: g.members.map((m) => m.since).sort()[0], last: g.members.map((m) => m.since).sort().pop() })).sort((a, b) => b.members.length - a.members.length);
}
