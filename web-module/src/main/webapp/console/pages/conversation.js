// A conversation: one sentence, what may be done, and what was said.
import { html, useEffect, useMemo, useState } from '../lib/ui.js';
import { call, find, get, path, processesOf } from '../lib/api.js';
import { askOf, nameOf } from '../lib/asked.js';
import { curl, mermaid } from '../lib/copy.js';
import { useLoad } from '../lib/load.js';
import { link } from '../lib/router.js';
import { sentence } from '../lib/sentence.js';
import { precise, useClock } from '../lib/time.js';
import { Command, ofAction } from '../parts/command.js';
import { Gathering } from '../parts/gathering.js';
import { Body, Copy, Facts, Failure, Head, Id, Loading, Status, When } from '../parts/small.js';
import { flat, Graph } from '../pictures/graph.js';
import { Route } from '../pictures/route.js';
import { labelOf, layout, Sequence } from '../pictures/sequence.js';
import { Timeline } from '../pictures/timeline.js';

const MOST = 100;
const ENDED = new Set(['SUCCEEDED', 'FAULTED', 'COMPENSATED', 'EXPIRED', 'CANCELLED']);
const UNDONE = new Set(['COMPENSATING', 'COMPENSATED']);
const OF_PROCESSES = new Set(['pause', 'resume', 'rerun']);

export function Conversation({ name: id, query }) {
  const page = useLoad((signal) => read(id, signal), [id]);
  useFollow(id, page.data, page.reload);
  if (!page.data) return html`<${Head} title="Conversation" /><${Failure} error=${page.error} /><${Loading} of=${page} />`;
  const { conversation, messages, instance, definition, slip } = page.data;
  return html`<${Head} title=${html`${conversation.operation} <${Status} of=${conversation.status} />`}>
      <${Copy} text=${() => curl('GET', path('conversations', id))}>Copy as curl<//><${Copy} text=${() => mermaid(layout(messages, conversation.expiresAt))}>Copy as Mermaid<//><//>
    <${Said} of=${page.data} />
    <${Failure} error=${page.error} />
    <${Actions} actions=${conversation.actions || []} onDone=${page.reload} />
    <${About} conversation=${conversation} instance=${instance} messages=${messages} />
    ${conversation.fault && html`<${Body} value=${conversation.fault} label="Fault" open />`}
    ${conversation.reply !== undefined && html`<${Body} value=${conversation.reply} label="Reply" />`}
    ${instance && html`<${Steps} instance=${instance} definition=${definition} messages=${messages} />`}
    ${slip && html`<${Route} of=${slip} />`}
    ${conversation.gathering && html`<${Gathering} of=${conversation.gathering} />`}
    <section><h2>Timeline</h2><${Timeline} conversation=${conversation} messages=${messages} steps=${instance?.steps} /></section>
    <${Messages} id=${id} messages=${messages} expiresAt=${conversation.expiresAt} selected=${Number(query.message) || null} />`;
}

/** Drawn each second, and nothing else of the page with it. */
const Said = ({ of }) => html`<p class="sentence">${sentence(of, useClock())}</p>`;

async function read(id, signal) {
  const [answer, journal] = await Promise.all([call('GET', path('conversations', id), { signal }), get(path('conversations', id, 'messages'), { signal }), processesOf([])]);
  const { operation, actions = [] } = answer.data;
  const isProcess = (await processesOf([operation])).has(operation) || actions.some((a) => OF_PROCESSES.has(a.name));
  const instance = isProcess ? await find(path('conversations', id, 'steps'), { signal }) : null;
  const definition = instance && await find(path('processes', instance.process, 'versions', String(instance.version)), { signal });
  const slip = operation === 'slip' ? await find(path('slips', id), { signal }) : null;
  return { conversation: answer.data, etag: answer.etag, messages: journal.messages, instance, definition, slip };
}

/** Waits at the server for another version, and reads then. */
function useFollow(id, data, reload) {
  const etag = data?.etag;
  useEffect(() => {
    if (!etag || ENDED.has(data.conversation.status)) return undefined;
    const abort = new AbortController();
    const wait = async () => {
      while (!abort.signal.aborted) {
        const answer = await call('GET', path('conversations', id), { signal: abort.signal, headers: { 'If-None-Match': etag, Prefer: 'wait=25' } }).catch(() => null);
        if (abort.signal.aborted) return;
        if (answer && answer.status !== 304 && answer.etag !== etag) {
          reload();
          return;
        }
        await new Promise((done) => setTimeout(done, answer ? 200 : 5000));
      }
    };
    wait();
    return () => abort.abort();
  }, [id, etag]);
}

/** Commands that this caller may give now, those of a step beside its name. */
function Actions({ actions, onDone }) {
  if (!actions.length) return null;
  const groups = new Map();
  actions.forEach((action) => {
    const step = /\/steps\/([^/]+)\//.exec(action.href)?.[1];
    const name = step ? decodeURIComponent(step) : '';
    groups.set(name, [...(groups.get(name) || []), action]);
  });
  return html`<div class="actions" role="group" aria-label="Commands">${[...groups].map(([step, list]) => html`<span class="group">${step && html`<b>${step}</b>`}
    ${list.map((action) => html`<${Command} key=${action.href + action.etag} command=${ofAction(action)} label=${action.force ? `${action.name} by force` : action.name} onDone=${onDone} />`)}</span>`)}</div>`;
}

const About = ({ conversation: c, instance, messages }) => html`<${Facts} of=${[
  ['Conversation', html`<${Id} value=${c.conversationId} />`], ['Message', html`<${Id} value=${c.messageId} />`], ['Correlation', c.correlationId !== c.messageId && html`<${Id} value=${c.correlationId} />`],
  ['Began', html`<${When} at=${c.createdAt} />`], ['Changed', html`<${When} at=${c.updatedAt} />`], ['Deadline', c.expiresAt && !ENDED.has(c.status) && html`<${When} at=${c.expiresAt} />`],
  ['From', c.sender || messages[0]?.from], ['Pattern', c.exchange], ['Attempts', c.attempts || null], ['Last failure', c.lastFailure],
  ['Process', instance && html`<a href=${link(['processes', instance.process])}>${instance.process}</a>, version ${instance.version}`],
  ['Turn', c.turn],
]} />`;

function Steps({ instance, definition, messages }) {
  const byName = useMemo(() => {
    const map = new Map();
    instance.steps.forEach((s) => map.set(nameOf(s.step), [...(map.get(nameOf(s.step)) || []), s]));
    return map;
  }, [instance]);
  const tries = useMemo(() => {
    const map = new Map();
    messages.map((m) => m.direction === 'OUT' && m.kind === 'Request' && askOf(m.messageId)).filter(Boolean).forEach((ask) => map.set(ask.name, Math.max(map.get(ask.name) || 1, ask.number)));
    return map;
  }, [messages]);
  const awaited = useMemo(() => new Set(flat(definition?.steps).filter((s) => s.await).map((s) => s.name)), [definition]);
  const told = (name) => {
    const rounds = byName.get(name);
    if (!rounds) return null;
    const worst = rounds.find((s) => s.status === 'STUCK') || rounds[rounds.length - 1];
    const tried = tries.get(name) || 1;
    return { status: worst.status, undone: rounds.some((s) => UNDONE.has(s.status)), note: [rounds.length > 1 && `${rounds.length} ×`, tried > 1 && `${tried} tries`].filter(Boolean).join(' ') };
  };
  return html`<section><h2>Steps</h2><div class="beside">
    ${definition && html`<${Graph} steps=${definition.steps} told=${told} />`}
    <table class="rows"><thead><tr><th>Step</th><th>Status</th><th>Asks</th><th>Undone by</th><th>Since</th></tr></thead><tbody>${instance.steps.map((s) => html`<tr key=${s.step}><td>${s.step}</td>
      <td><${Status} of=${s.status} />${s.stuck ? html` <b title=${s.detail || ''}>${s.stuck}</b>${s.detail ? html` ${s.detail}` : ''}` : ''}</td><td>${s.operation && (awaited.has(nameOf(s.step)) ? s.operation : html`<a href=${link(['directory', s.operation])}>${s.operation}</a>`)}</td><td>${s.compensation || ''}</td><td><${When} at=${s.since} /></td></tr>`)}</tbody></table></div></section>`;
}

function Messages({ id, messages, expiresAt, selected }) {
  const [whole, setWhole] = useState(messages.length <= MOST || selected > MOST);
  const shown = whole ? messages : messages.slice(0, MOST);
  const drawn = useMemo(() => layout(shown, expiresAt), [shown.length, messages, expiresAt]);
  useEffect(() => {
    document.getElementById(`message-${selected}`)?.scrollIntoView({ block: 'nearest' });
  }, [selected]);
  return html`<section><h2>Messages <small class="faint">${messages.length}, in the order of the journal</small></h2>
    <${Sequence} of=${drawn} selected=${selected} hrefOf=${(m) => link(['conversations', id], { message: m.sequence })} />
    <ol class="messages">${drawn.rows.map(({ message: m, from, to }) => html`<${Message} key=${m.sequence} message=${m} other=${drawn.lanes[from === 1 ? to : from]} open=${m.sequence === selected} id=${id} />`)}</ol>
    ${!whole && html`<button type="button" onClick=${() => setWhole(true)}>Show all ${messages.length}</button>`}</section>`;
}

/** What is folded is not drawn: a journal may be long. */
function Message({ message: m, other, open, id }) {
  const [opened, setOpened] = useState(open);
  useEffect(() => setOpened(open), [open]);
  return html`<li id=${`message-${m.sequence}`} data-row class=${`message ${m.kind.toLowerCase()}`}><details open=${opened} onToggle=${(e) => setOpened(e.target.open)}>
    <summary><span class="number">${m.sequence}</span> <time class="faint" datetime=${m.at} title=${m.at}>${precise(m.at)}</time> <span class="way" aria-label=${m.direction}>${m.direction === 'IN' ? '→' : '←'}</span> <b>${labelOf(m)}</b> <span class="faint">${other === 'Parley' ? '' : other}</span></summary>
    ${opened && html`<${Content} message=${m} id=${id} />`}</details></li>`;
}

function Content({ message: m, id }) {
  const child = /^conversation:exchange\/(.+)$/.exec(m.from)?.[1];
  const text = JSON.stringify(m.body, null, 2);
  return html`<${Facts} of=${[['Message', html`<${Id} value=${m.messageId} />`], ['Correlation', html`<${Id} value=${m.correlationId} />`], ['From', child ? html`<a href=${link(['conversations', child])}>${m.from}</a>` : m.from], ['To', m.to],
    ['At', html`<${When} at=${m.at} />`], ['Link', html`<a href=${link(['conversations', id], { message: m.sequence })}>this message</a>`]]} />
    <pre>${text}</pre><${Copy} text=${text}>Copy body<//>`;
}
