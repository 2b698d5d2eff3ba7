// Now: what needs a person. Each number leads to its list.
import { html } from '../lib/ui.js';
import { all, each, find, get, isOperator, path } from '../lib/api.js';
import { useLoad } from '../lib/load.js';
import { link } from '../lib/router.js';
import { useClock } from '../lib/time.js';
import { remember } from '../lib/trend.js';
import { Empty, Failure, Head, Loading, Status, When } from '../parts/small.js';
import { Spark } from '../pictures/spark.js';

const MOST = 60;
const AGES = [['< 1 s', 1e3], ['< 10 s', 1e4], ['< 1 min', 6e4], ['< 10 min', 6e5], ['< 1 h', 3.6e6], ['> 1 h', Infinity]];

export function Now({ start }) {
  const page = useLoad((signal) => read(start, signal), [isOperator(start)], { every: 10_000 });
  return html`<${Head} title="Now">${page.data && html`<span class="faint">as of <${When} at=${page.data.at} brief /></span>`}<//>
    <${Failure} error=${page.error} /><${Loading} of=${page} />
    ${start && html`<p>${start.checks.map((c) => html`<span class="tally">${c.name} <${Status} of=${c.status} /></span>`)}</p>`}
    ${page.data && html`${[true, false].map((bad) => html`<div class="cards">${page.data.cards.filter((card) => Boolean(card.bad) === bad).map((card) => html`<a key=${card.name} class=${card.bad && card.count ? 'card bad' : 'card'} href=${card.href}><b>${card.bad && card.count ? '▲ ' : ''}${card.count}${card.more ? '+' : ''}</b>${card.name}<${Spark} values=${card.values} of=${`${card.name}, since the console was opened`} /></a>`)}</div>`)}
      <${Heat} queues=${[...page.data.queues, ...page.data.broker]} /><${Longest} items=${page.data.longest} />`}`;
}

async function read(start, signal) {
  const o = { signal };
  const [states, letters, queues, silent, pools, again] = await Promise.all([counts(o), isOperator(start) ? find('dead-letters?limit=1', o) : null, depths(o), providers(o), all('pools', 'pools', MOST, o), isOperator(start) ? find('', o) : null]);
  const data = { at: new Date().toISOString(), ...states, letters: letters?.groups, queues, broker: ofBroker(again), silent, pools: pools.items };
  return { ...data, cards: cards(data, start).map((card) => ({ ...card, values: remember(card.name, card.count) })) };
}

/** How many stand where, up to a page of them. */
async function counts(o) {
  const wishes = { STUCK: 'status=STUCK', ACCEPTED: 'status=ACCEPTED', RUNNING: 'status=RUNNING', COMPENSATING: 'status=COMPENSATING', failing: 'failing=true', overdue: 'overdue=true' };
  const pages = await each(Object.values(wishes), (wish) => get(`conversations?limit=200&${wish}`, o));
  const found = Object.fromEntries(Object.keys(wishes).map((key, i) => [key, { count: pages[i].conversations.length, more: Boolean(pages[i].next) }]));
  const going = await each(Object.values(wishes).slice(0, 4), (wish, i) => oldest(pages[i], wish, o));
  return { found, longest: going.flat().sort((a, b) => (a.createdAt < b.createdAt ? -1 : 1)).slice(0, 8), begun: await begun(o) };
}

/** Lists begin with the newest: where there are more than a page, those of an age at which there are some. */
async function oldest(page, wish, o) {
  if (!page.next) return page.conversations;
  for (const age of ['P7D', 'P1D', 'PT1H', 'PT10M', 'PT1M']) {
    const older = await get(`conversations?limit=200&${wish}&older=${age}`, o);
    if (older.conversations.length) return older.conversations;
  }
  return page.conversations;
}

async function begun(o) {
  const page = await get('conversations?limit=200', o);
  const count = page.conversations.filter((c) => Date.now() - Date.parse(c.createdAt) < 60_000).length;
  return { count, more: count === 200 };
}

async function depths(o) {
  const [mailboxes, topics] = await Promise.all([all('mailboxes', 'mailboxes', MOST, o), all('topics', 'topics', MOST, o)]);
  const boxes = await each(mailboxes.items.slice(0, MOST), (m) => find(path('mailboxes', m.name), o));
  const subscriptions = await each(topics.items.slice(0, MOST), (t) => find(path('topics', t.name, 'subscriptions'), o));
  return [...boxes.filter(Boolean).map((m) => ({ name: m.name, kind: 'mailbox', href: link(['mailboxes', m.name]), count: m.ready + m.locked + m.waiting, oldest: m.oldest, dead: m.dead })),
    ...subscriptions.filter(Boolean).flatMap((s) => s.subscriptions).map((s) => ({ name: `${s.topic} → ${s.name}`, kind: 'subscription', href: link(['topics', s.topic]), count: s.lag + s.failing, oldest: s.oldest, failing: s.failing, still: s.status === 'PAUSED' && s.reason }))];
}

/** Parley's own queues, where the broker is in the server that answers. */
const ofBroker = (start) => (start?.queues || []).map((q) => ({ name: q.name, kind: 'queue', href: link(q.name === 'parley.dead' ? 'dead-letters' : 'conversations'), count: q.messages, oldest: q.oldest }));

async function providers(o) {
  const { operations } = await get('operations', o);
  return operations.filter((op) => [].concat(op.provider).flatMap((p) => [p, ...(p.registered || [])]).some((p) => p.passedOverUntil && Date.parse(p.passedOverUntil) > Date.now()));
}

const total = (list, member) => list.reduce((sum, item) => sum + (item[member] || 0), 0);

function cards({ found, letters, queues, silent, pools, begun: minute }, start) {
  const known = Boolean(start);
  const of = (name, key, query, bad) => ({ name, ...found[key], href: link(query.status === 'STUCK' ? 'stuck' : 'conversations', query), bad });
  return [
    of('stuck', 'STUCK', { status: 'STUCK' }, true),
    letters && { name: 'dead letters', count: total(letters, 'count'), href: link('dead-letters'), bad: true },
    known && of('failing', 'failing', { failing: 'true' }, true),
    known && of('overdue', 'overdue', { overdue: 'true' }, true),
    { name: 'silent providers', count: silent.length, href: link('directory', { silent: 'true' }), bad: true },
    { name: 'dead in mailboxes', count: total(queues, 'dead'), href: link('mailboxes'), bad: true },
    { name: 'events held up', count: total(queues, 'failing'), href: link('topics'), bad: true },
    { name: 'halted subscriptions', count: queues.filter((q) => q.still).length, href: link('topics'), bad: true },
    { name: 'wait for a resource', count: total(pools, 'waiting'), href: link('pools') },
    of('accepted', 'ACCEPTED', { status: 'ACCEPTED' }), of('running', 'RUNNING', { status: 'RUNNING' }), of('being undone', 'COMPENSATING', { status: 'COMPENSATING' }),
    { name: 'begun within a minute', ...minute, href: link('conversations') },
  ].filter(Boolean);
}

/** Queues by the age of their oldest: what is dark waits long. */
function Heat({ queues }) {
  const now = useClock();
  const waiting = queues.filter((q) => q.count > 0 && q.oldest);
  const column = (q) => AGES.findIndex(([, most]) => now - Date.parse(q.oldest) < most);
  return html`<section><h2>Oldest in each queue</h2>${waiting.length === 0 ? html`<${Empty}>Nothing waits in queues, mailboxes or topics.<//>` : html`<div class="scroll"><table class="rows heat"><thead><tr><th>Queue</th>${AGES.map(([name]) => html`<th>${name}</th>`)}</tr></thead>
    <tbody>${waiting.sort((a, b) => (a.oldest < b.oldest ? -1 : 1)).map((q) => html`<tr data-row><td><a href=${q.href}>${q.name}</a> <span class="faint">${q.kind}</span></td>${AGES.map((_, i) => html`<td class=${i === column(q) ? 'h' + i : ''}>${i === column(q) ? q.count : ''}</td>`)}</tr>`)}</tbody></table></div>`}</section>`;
}

const Longest = ({ items }) => html`<section><h2>Longest on their way</h2>${items.length === 0 ? html`<${Empty}>No conversation goes on.<//>` : html`<table class="rows"><tbody>${items.map((c) => html`<tr data-row key=${c.conversationId}><td><a href=${link(['conversations', c.conversationId])}>${c.operation}</a></td><td><${Status} of=${c.status} /></td><td><${When} at=${c.createdAt} /></td><td>${c.expiresAt ? html`deadline <${When} at=${c.expiresAt} brief />` : html`<span class="faint">no deadline</span>`}</td></tr>`)}</tbody></table>`}</section>`;
