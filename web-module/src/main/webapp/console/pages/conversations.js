// Conversations: searched by what the API finds them by; the filter is the URL.
import { html, useEffect, useMemo, useRef, useState } from '../lib/ui.js';
import { all, get, query as queryOf } from '../lib/api.js';
import { curl } from '../lib/copy.js';
import { useLoad } from '../lib/load.js';
import { filter, link } from '../lib/router.js';
import { Batch } from '../parts/batch.js';
import { Pages, Rows } from '../parts/rows.js';
import { Copy, Empty, Failure, Head, Id, Loading, Status, When } from '../parts/small.js';

const STATUSES = ['ACCEPTED', 'RUNNING', 'COMPENSATING', 'STUCK', 'SUCCEEDED', 'FAULTED', 'COMPENSATED', 'EXPIRED', 'CANCELLED'];
const AGES = [['', 'any age'], ['PT1M', '> 1 min'], ['PT10M', '> 10 min'], ['PT1H', '> 1 h'], ['P1D', '> 1 day'], ['P7D', '> 7 days']];
const MOST = 1000;
const SHOWN = new Set(['operation', 'status', 'older', 'process', 'step', 'fault', 'sender', 'failing', 'overdue', 'after', 'limit']);
const ID = /^[0-9a-f]{8}-[0-9a-f-]{27}$/i;

export function Conversations({ query }) {
  const [chosen, setChosen] = useState(new Set());
  const [batch, setBatch] = useState(null);
  const wish = queryOf(query);
  const list = useLoad((signal) => get('conversations' + wish, { signal }), [wish]);
  const fresh = useFresh(wish, query.after, list.data);
  useEffect(() => setChosen(new Set()), [wish]);
  const change = (values) => filter('conversations', { ...query, after: '', ...values });
  const items = list.data?.conversations || [];
  const choose = (id, on) => setChosen((before) => {
    const next = new Set(before);
    if (on) next.add(id);
    else next.delete(id);
    return next;
  });
  const chooseAll = async () => {
    const found = await all('conversations' + queryOf({ ...query, after: '', limit: '' }), 'conversations', MOST);
    setChosen(new Set(found.items.slice(0, MOST).map((c) => c.conversationId)));
  };
  return html`<${Head} title="Conversations"><${Copy} text=${() => curl('GET', 'conversations' + wish)}>Copy as curl<//><//>
    <${Filters} query=${query} change=${change} />
    <${Failure} error=${list.error} /><${Loading} of=${list} />
    ${fresh > 0 && html`<button type="button" class="fresh" onClick=${list.reload}>${fresh} new</button>`}
    ${list.data && (items.length === 0 ? html`<${Empty}>Nothing is found by this filter. <a href=${link('conversations')}>Show all</a><//>` : html`
      <div class="picked" aria-live="polite">${chosen.size > 0 && html`${chosen.size} selected ${list.data.next && chosen.size === items.length && html` <button type="button" class="quiet" onClick=${chooseAll}>select all that this filter finds, up to ${MOST}</button>`} ${['cancel', 'retry', 'pause', 'resume'].map((name) => html` <button type="button" onClick=${() => setBatch(name)}>${name} …</button>`)}`}</div>
      <${Rows} items=${items} keyOf=${(c) => c.conversationId} columns=${[
        [html`<input type="checkbox" aria-label="Select all" checked=${chosen.size === items.length} onChange=${(e) => setChosen(new Set(e.target.checked ? items.map((c) => c.conversationId) : []))} />`,
          (c) => html`<input type="checkbox" aria-label=${`Select ${c.conversationId}`} tabindex="-1" checked=${chosen.has(c.conversationId)} onChange=${(e) => choose(c.conversationId, e.target.checked)} />`, 'tick'],
        ['Operation', (c) => html`<a href=${link(['conversations', c.conversationId])}>${c.operation}</a>`],
        ['Status', (c) => html`<a class="plain" href=${link('conversations', { ...query, after: '', status: c.status })}><${Status} of=${c.status} /></a>`],
        ['Began', (c) => html`<${When} at=${c.createdAt} />`],
        ['Changed', (c) => html`<${When} at=${c.updatedAt} brief />`],
        ['Conversation', (c) => html`<${Id} value=${c.conversationId} brief />`],
        ['Message', (c) => html`<span class="faint clip" title=${c.messageId}>${c.messageId}</span>`],
      ]} />
      <${Pages} next=${list.data.next} first=${!query.after} onNext=${() => filter('conversations', { ...query, after: list.data.next }, { keep: true })} onFirst=${() => change({})} />`)}
    ${batch && html`<${Batch} name=${batch} targets=${[...chosen].map((id) => ({ id }))} onClose=${(done) => { setBatch(null); if (done) list.reload(); }} />`}`;
}

function Filters({ query, change }) {
  const others = Object.entries(query).filter(([k, v]) => v && !SHOWN.has(k));
  const typed = (name) => (e) => change({ [name]: e.target.value.trim() });
  return html`<form class="filters" role="search" onSubmit=${(e) => e.preventDefault()}>
    <${Search} change=${change} query=${query} />
    <select aria-label="Status" value=${query.status || ''} onChange=${typed('status')}><option value="">any status</option>${STATUSES.map((s) => html`<option value=${s}>${s}</option>`)}</select>
    <select aria-label="Age" value=${query.older || ''} onChange=${typed('older')}>${AGES.map(([v, t]) => html`<option value=${v}>${t}</option>`)}${query.older && !AGES.some(([v]) => v === query.older) && html`<option value=${query.older}>${query.older}</option>`}</select>
    ${['process', 'step', 'fault', 'sender'].map((name) => html`<input aria-label=${name} placeholder=${name} value=${query[name] || ''} onChange=${typed(name)} autocomplete="off" />`)}
    ${['failing', 'overdue'].map((name) => html`<label class="check"><input type="checkbox" checked=${query[name] === 'true'} onChange=${(e) => change({ [name]: e.target.checked ? 'true' : '' })} />${name}</label>`)}
    ${others.map(([name, value]) => html`<button type="button" class="chip" title="Leave this out" onClick=${() => change({ [name]: '' })}>${name.replace(/^attribute\./, '')} = ${value} ✕</button>`)}
  </form>`;
}

/** One field for what one knows: an id, attribute=value, or the name of an operation. */
function Search({ query, change }) {
  const enter = (e) => {
    if (e.key !== 'Enter') return;
    const text = e.target.value.trim();
    const attribute = /^([\w.-]+)=(.+)$/.exec(text);
    if (ID.test(text)) location.hash = link(['conversations', text]);
    else if (attribute) {
      e.target.value = query.operation || '';
      change({ ['attribute.' + attribute[1]]: attribute[2] });
    } else change({ operation: text });
  };
  return html`<input data-search class="search" type="search" aria-label="Search: id, operation, or attribute=value" placeholder="id, operation, or attribute=value   /" defaultValue=${query.operation || ''} key=${query.operation} onKeyDown=${enter} autocomplete="off" spellcheck=${false} />`;
}

/** How many are new on the first page since it was read: they come when they are wanted. */
function useFresh(wish, after, shown) {
  const [count, set] = useState(0);
  const known = useRef(null);
  known.current = useMemo(() => new Set((shown?.conversations || []).map((c) => c.conversationId)), [shown]);
  useEffect(() => {
    set(0);
    if (after || !shown) return undefined;
    const timer = setInterval(async () => {
      if (document.hidden) return;
      const page = await get('conversations' + wish).catch(() => null);
      if (page) set(page.conversations.filter((c) => !known.current.has(c.conversationId)).length);
    }, 5000);
    return () => clearInterval(timer);
  }, [wish, after, shown]);
  return count;
}
