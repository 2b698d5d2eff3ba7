// Dead letters: what nobody could be told, grouped by operation and reason.
import { html, useState } from '../lib/ui.js';
import { all, call, each, find, get, isOperator, path, query as queryOf } from '../lib/api.js';
import { useLoad } from '../lib/load.js';
import { filter, link } from '../lib/router.js';
import { Command } from '../parts/command.js';
import { Dialog } from '../parts/dialog.js';
import { Pages, Rows } from '../parts/rows.js';
import { Body, Empty, Facts, Failure, Head, Id, Loading, Talk, When } from '../parts/small.js';

const MOST = 500;
const reason = { name: 'reason', label: 'Why', required: true, hint: 'Journalled and logged, with who wants it.' };

export function DeadLetters({ query, start }) {
  if (start && !isOperator(start)) return html`<${Head} title="Dead letters" /><${Empty}>Dead letters are for operators.<//>`;
  return html`<${Letters} query=${query} />`;
}

function Letters({ query }) {
  const { show, ...wanted } = query;
  const page = useLoad((signal) => find('dead-letters' + queryOf(wanted), { signal }), [queryOf(wanted)], { every: 30_000 });
  const [said, setSaid] = useState('');
  const done = (result) => {
    setSaid(result?.done ? `${result.done.length} done, ${result.failed.length + (result.notDone ?? 0)} still there${result.more ? ', and more: call again' : ''}.` : result?.outcome ? `${result.outcome}${result.conversationId ? ` ${result.conversationId}` : ''}` : '');
    filter('dead-letters', wanted);
    page.reload();
  };
  const data = page.data;
  return html`<${Head} title="Dead letters">${(wanted.operation || wanted.reason) && html`<button type="button" class="chip" onClick=${() => filter('dead-letters', {})}>${[wanted.operation, wanted.reason].filter(Boolean).join(' · ')} ✕</button>`}<//>
    <${Failure} error=${page.error} /><${Loading} of=${page} />
    ${said && html`<p role="status">${said}</p>`}
    ${data === null && html`<${Empty}>Dead letters are for operators.<//>`}
    ${data?.groups.length === 0 && html`<${Empty}>There are no dead letters.<//>`}
    ${data?.groups.length > 0 && html`<${Groups} groups=${data.groups} onDone=${done} /><h2>One by one ${data.whole ? '' : html`<small class="faint">of the first 10000</small>`}</h2>
      <${Rows} items=${data.deadLetters} keyOf=${(d) => d.id} columns=${[
        ['Operation', (d) => html`<a href=${link('dead-letters', { ...wanted, show: d.id })}>${d.operation || 'none'}</a>`], ['Reason', (d) => html`<b>${d.reason}</b>`], ['What happened', (d) => d.detail, 'wide'],
        ['At', (d) => html`<${When} at=${d.at} />`], ['Conversation', (d) => html`<${Talk} id=${d.conversationId} />`]]} />
      <${Pages} next=${data.next} first=${!query.after} onNext=${() => filter('dead-letters', { ...wanted, after: data.next }, { keep: true })} onFirst=${() => filter('dead-letters', { ...wanted, after: '' })} />`}
    ${show && html`<${Letter} key=${show} id=${show} onClose=${() => filter('dead-letters', wanted)} onDone=${done} />`}`;
}

const Groups = ({ groups, onDone }) => html`<${Rows} items=${groups} keyOf=${(g) => `${g.operation} ${g.reason}`} columns=${[
  ['Count', (g) => g.count, 'number'], ['Operation', (g) => html`<a href=${link('dead-letters', { operation: g.operation, reason: g.reason })}>${g.operation || 'none'}</a>`], ['Reason', (g) => g.reason],
  ['First', (g) => html`<${When} at=${g.first} />`], ['Last', (g) => html`<${When} at=${g.last} />`],
  ['', (g) => html`<${Command} label=${`retry ${Math.min(MOST, g.count)} …`} onDone=${onDone} command=${{ name: 'retry', says: `${says(g)} Each goes on by itself.`, fields: [reason], ...retrying(g) }} />
    <${Command} label=${`drop ${Math.min(MOST, g.count)} …`} onDone=${onDone} command=${{ name: 'drop', says: `${says(g)} They are gone for good.`, fields: [reason], run: (body) => toEach(g, (id) => call('DELETE', path('dead-letters', id) + queryOf(body))) }} />`]]} />`;

const says = (g) => `${g.count} of ${g.operation || 'no operation'} that are there for ${g.reason}, at most ${MOST} at once.`;

/** One call for the group, where it has an operation to be named by. */
const retrying = (g) => (g.operation ? { method: 'POST', path: 'dead-letters/retry', fixed: { operation: g.operation, cause: g.reason } } : { run: (body) => toEach(g, (id) => call('POST', path('dead-letters', id, 'retry'), { body })) });

/** Does the same with each letter of a group. */
async function toEach(g, work) {
  const { items, more } = await all('dead-letters' + queryOf({ operation: g.operation, reason: g.reason }), 'deadLetters', MOST);
  const of = items.filter((d) => (d.operation || '') === (g.operation || '') && d.reason === g.reason).slice(0, MOST);
  const outcomes = await each(of, (d) => work(d.id).then(() => true, () => false), 4);
  return { done: outcomes.filter(Boolean), failed: outcomes.filter((done) => !done), more };
}

function Letter({ id, onClose, onDone }) {
  const letter = useLoad((signal) => get(path('dead-letters', id), { signal }), [id]);
  const d = letter.data;
  return html`<${Dialog} title="Dead letter" onClose=${onClose} wide><${Failure} error=${letter.error} /><${Loading} of=${letter} />
    ${d && html`<p class="sentence"><b>${d.reason}</b> ${d.detail}</p>
      <${Facts} of=${[['Operation', d.operation], ['At', html`<${When} at=${d.at} />`], ['From', d.from], ['Message', html`<${Id} value=${d.messageId} />`], ['Conversation', d.conversationId && html`<a href=${link(['conversations', d.conversationId])}>${d.conversationId}</a>`]]} />
      <${Body} value=${d.body} open=${false} label=${d.bodyCut ? 'Body, its beginning' : 'Body'} /><${Body} value=${d.headers} label="Headers" />
      <div class="actions"><${Command} command=${{ name: 'retry', method: 'POST', path: path('dead-letters', id, 'retry'), fields: [reason] }} onDone=${onDone} />
        ${d.operation && !d.bodyCut && html`<${Command} label="edit and send" command=${{ name: 'send', method: 'POST', path: path('dead-letters', id, 'send'), fields: [{ name: 'body', label: 'Body', kind: 'json', rows: 10, required: true }, { name: 'operation', label: 'Operation', hint: 'Empty for the same.' }, reason], values: { body: JSON.stringify(d.body, null, 2) } }} onDone=${onDone} />`}
        <${Command} label="drop" command=${{ name: 'drop', method: 'DELETE', path: path('dead-letters', id), says: 'It is gone for good.', fields: [reason] }} onDone=${onDone} /></div>`}
    <footer><span class="gap"></span><button type="button" onClick=${onClose}>Close</button></footer><//>`;
}
