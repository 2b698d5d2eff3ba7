// Mailboxes: how much is in each, what it is, and what died there.
import { html } from '../lib/ui.js';
import { all, each, find, get, path, query as queryOf } from '../lib/api.js';
import { useLoad } from '../lib/load.js';
import { filter, link } from '../lib/router.js';
import { Command } from '../parts/command.js';
import { Pages, Rows } from '../parts/rows.js';
import { lasting } from '../lib/time.js';
import { Body, Bytes, Empty, Facts, Failure, Head, Id, Loading, Status, Talk, When } from '../parts/small.js';

export function Mailboxes({ query }) {
  const page = useLoad(read, [], { every: 15_000 });
  const items = (page.data || []).filter((m) => m.name.includes(query.name || ''));
  return html`<${Head} title="Mailboxes"><input data-search class="search" type="search" aria-label="Name" placeholder="name   /" value=${query.name || ''} onInput=${(e) => filter('mailboxes', { name: e.target.value })} /><//>
    <${Failure} error=${page.error} /><${Loading} of=${page} />
    ${page.data && (items.length === 0 ? html`<${Empty}>There is no mailbox.<//>` : html`<${Rows} items=${items} keyOf=${(m) => m.name} columns=${[
      ['Mailbox', (m) => html`<a href=${link(['mailboxes', m.name])}>${m.name}</a>`], ['Owner', (m) => m.owner], ['Ready', (m) => m.ready, 'number'], ['Locked', (m) => m.locked, 'number'], ['Delayed', (m) => m.delayed, 'number'],
      ['Waiting', (m) => m.waiting, 'number'], ['Dead', (m) => (m.dead ? html`<b>▲ ${m.dead}</b>` : m.dead), 'number'], ['Size', (m) => html`<${Bytes} of=${m.size || 0} />`, 'number'], ['Oldest', (m) => html`<${When} at=${m.oldest} />`]]} />`)}`;
}

async function read(signal) {
  const { items } = await all('mailboxes', 'mailboxes', 200, { signal });
  return each(items, async (m) => ({ ...m, ...await find(path('mailboxes', m.name), { signal }) }));
}

export function Mailbox({ name, query }) {
  const box = path('mailboxes', name);
  const page = useLoad(async (signal) => {
    const [mailbox, inside, dead] = await Promise.all([get(box, { signal }), find(box + '/messages' + queryOf({ after: query.after }), { signal }), find(box + '/dead', { signal })]);
    return { mailbox, inside, dead };
  }, [name, query.after], { every: 15_000 });
  if (!page.data) return html`<${Head} title=${name} /><${Failure} error=${page.error} /><${Loading} of=${page} />`;
  const { mailbox: m, inside, dead } = page.data;
  return html`<${Head} title=${name} /><${Failure} error=${page.error} />
    <${Facts} of=${[['Owner', m.owner], ['Senders', m.senders.join(', ') || 'none but its owner'], ['Ready', m.ready], ['Locked', m.locked], ['Delayed', m.delayed], ['Waiting', m.waiting], ['Dead', m.dead], ['Size', html`<${Bytes} of=${m.size} /> of <${Bytes} of=${m.bytes} />`], ['Oldest', m.oldest && html`<${When} at=${m.oldest} />`], ['Lock', lasting(m.lock)], ['Time to live', lasting(m.timeToLive)], ['Deliveries', m.maxDeliveries]]} />
    ${dead?.messages.length > 0 && html`<h2>Dead</h2><${Rows} items=${dead.messages} keyOf=${(d) => d.messageId} columns=${[...columns, ['Reason', (d) => html`<b>${d.reason}</b>`], ['Died', (d) => html`<${When} at=${d.diedAt} brief />`],
      ['', (d) => html`<${Command} label="put back" onDone=${page.reload} command=${{ name: 'redeliver', method: 'POST', path: `${box}/dead/${path(d.messageId)}/redeliver`, fields: [], bodiless: true, says: 'It can be received again.' }} /> <${Command} label="remove" onDone=${page.reload} command=${{ name: 'remove', method: 'DELETE', path: `${box}/dead/${path(d.messageId)}`, fields: [], says: 'It is gone for good.' }} />`]]} />`}
    <h2>In it</h2>${inside === null ? html`<${Empty}>What is in it is for its owner.<//>` : inside.messages.length === 0 ? html`<${Empty}>It is empty.<//>` : html`<${Rows} items=${inside.messages} keyOf=${(x) => x.messageId} columns=${[['State', (x) => html`<${Status} of=${x.state || 'READY'} />`], ...columns]} />
      <${Pages} next=${inside.next} first=${!query.after} onNext=${() => filter(['mailboxes', name], { after: inside.next }, { keep: true })} onFirst=${() => filter(['mailboxes', name], {})} />`}`;
}

const columns = [['Message', (x) => html`<${Id} value=${x.messageId} brief />`], ['Type', (x) => x.type || ''], ['From', (x) => x.from], ['Sent', (x) => html`<${When} at=${x.sentAt} />`], ['Received', (x) => `${x.deliveryCount} ×`, 'number'],
  ['Conversation', (x) => html`<${Talk} id=${x.conversationId} />`], ['Group', (x) => x.group || ''], ['', (x) => html`<${Body} value=${x.body} />`, 'wide']];
