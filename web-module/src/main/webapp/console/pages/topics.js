// Topics: how far each subscription is, what holds it up; pause, resume, replay.
import { html } from '../lib/ui.js';
import { all, get, path } from '../lib/api.js';
import { useLoad } from '../lib/load.js';
import { link } from '../lib/router.js';
import { Command } from '../parts/command.js';
import { Rows } from '../parts/rows.js';
import { lasting } from '../lib/time.js';
import { Body, Empty, Facts, Failure, Head, Loading, Status, When } from '../parts/small.js';

export function Topics() {
  const page = useLoad((signal) => all('topics', 'topics', 400, { signal }), [], { every: 15_000 });
  return html`<${Head} title="Topics" /><${Failure} error=${page.error} /><${Loading} of=${page} />
    ${page.data && (page.data.items.length === 0 ? html`<${Empty}>There is no topic.<//>` : html`<${Rows} items=${page.data.items} keyOf=${(t) => t.name} columns=${[
      ['Topic', (t) => html`<a href=${link(['topics', t.name])}>${t.name}</a>`], ['Last event', (t) => t.sequence, 'number'], ['Subscriptions', (t) => t.subscriptions, 'number'], ['Kept since', (t) => html`<${When} at=${t.oldest} />`], ['Retention', (t) => lasting(t.retention)], ['Owner', (t) => t.owner]]} />`)}`;
}

export function Topic({ name }) {
  const page = useLoad(async (signal) => {
    const [topic, subscriptions] = await Promise.all([get(path('topics', name), { signal }), all(path('topics', name, 'subscriptions'), 'subscriptions', 400, { signal })]);
    return { topic, subscriptions: subscriptions.items };
  }, [name], { every: 5000 });
  if (!page.data) return html`<${Head} title=${name} /><${Failure} error=${page.error} /><${Loading} of=${page} />`;
  const { topic: t, subscriptions } = page.data;
  return html`<${Head} title=${name} /><${Failure} error=${page.error} />
    <${Facts} of=${[['Last event', t.sequence], ['Kept since', t.oldest && html`<${When} at=${t.oldest} />`], ['Retention', lasting(t.retention)], ['Publishers', t.publishers.join(', ')], ['Subscribers', t.subscribers.join(', ')], ['Key', t.key], ['Pattern', t.exchange], ['Owner', t.owner]]} />
    ${t.schema && html`<${Body} value=${t.schema} label="Schema" />`}
    ${subscriptions.length === 0 ? html`<${Empty}>Nobody has subscribed.<//>` : html`<${Rows} items=${subscriptions} keyOf=${(s) => s.name} columns=${[
      ['Subscription', (s) => html`<b>${s.name}</b>`], ['Status', (s) => html`<${Status} of=${s.status} />${s.reason ? html` <b>${s.reason}</b>` : ''}`], ['To', (s) => s.to],
      ['Position', (s) => s.sequence, 'number'], ['Lag', (s) => html`<meter class="small" min="0" optimum="0" high=${Math.max(1, t.sequence) / 2} max=${Math.max(1, t.sequence)} value=${s.lag} aria-label=${`${s.lag} events behind`}></meter> ${s.lag}`, 'number'], ['Oldest', (s) => html`<${When} at=${s.oldest} brief />`],
      ['Held up', (s) => (s.failing ? html`<b>▲ ${s.failing}</b>` : '0'), 'number'], ['Delivered', (s) => s.delivered, 'number'], ['Lost', (s) => lost(s)],
      ['', (s) => html`<${Commands} topic=${name} subscription=${s} onDone=${page.reload} />`]]} />
    ${subscriptions.filter((s) => s.failures?.length).map((s) => html`<h2>What holds up ${s.name}</h2><${Rows} items=${s.failures} keyOf=${(f) => f.sequence} columns=${[['Event', (f) => f.sequence, 'number'], ['Key', (f) => f.key || ''], ['Tried', (f) => `${f.attempts} ×`, 'number'], ['Problem', (f) => f.problem, 'wide'], ['Again', (f) => html`<${When} at=${f.nextAt} />`]]} />`)}`}`;
}

/** What did not reach the subscription, by why. */
const lost = (s) => ['parked', 'dropped', 'missed'].filter((kind) => s[kind]).map((kind) => `${s[kind]} ${kind}`).join(', ') || '0';

function Commands({ topic, subscription: s, onDone }) {
  const base = path('topics', topic, 'subscriptions', s.name);
  const still = s.status === 'PAUSED';
  const from = [{ name: 'from', label: 'From', required: true, placeholder: 'beginning, sequence:N, or a time' }, { name: 'to', label: 'To', placeholder: 'sequence:N, or a time' }];
  return html`<${Command} label=${still ? 'resume' : 'pause'} onDone=${onDone} command=${{ name: still ? 'resume' : 'pause', method: 'POST', path: `${base}/${still ? 'resume' : 'pause'}`, fields: [], bodiless: true, says: still ? 'Events are delivered again.' : 'Nothing is delivered until it is resumed; nothing is lost within the retention.' }} />
    <${Command} label="replay" onDone=${onDone} command=${{ name: 'replay', method: 'POST', path: `${base}/replay`, fields: from, values: { from: 'beginning' }, says: 'Events that were delivered are delivered once more.' }} />`;
}
