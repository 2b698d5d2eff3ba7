// The sequence diagram of a journal: in the journal's order, not by clocks.
import { html } from '../lib/ui.js';
import { precise } from '../lib/time.js';

const GUTTER = 104, WIDEST = 200, NARROWEST = 130, ROOM = 960, ROW = 26, TOP = 34;
const LOOKS = { Request: 'request', Reply: 'reply', Fault: 'fault', Ack: 'ack', Ping: 'ack', Notice: 'note', Event: 'request' };

/**
 * Lanes and rows of a journal. The requester is first, Parley second; an answer is on the lane of whom its request asked.
 * @returns {lanes: [name], rows: [{message, from, to, label, look, late}]}
 */
export function layout(messages, expiresAt) {
  const requester = messages.find((m) => m.direction === 'IN' && m.kind === 'Request')?.from || 'requester';
  const lanes = [requester, 'Parley'];
  const asked = new Map();
  const lane = (name) => {
    const at = lanes.indexOf(name);
    return at >= 0 ? at : lanes.push(name) - 1;
  };
  const rows = messages.map((message) => {
    const other = otherSide(message, requester, asked);
    const side = other === null ? 1 : lane(other);
    const [from, to] = message.direction === 'IN' ? [side, 1] : [1, side];
    return { message, from, to, label: labelOf(message), look: LOOKS[message.kind] || 'request', late: Boolean(expiresAt) && message.direction === 'IN' && Date.parse(message.at) > Date.parse(expiresAt) };
  });
  return { lanes, rows };
}

/** Whom Parley talks to; null for a note of its own. */
function otherSide(message, requester, asked) {
  if (message.kind === 'Notice' && message.from === message.to) return null;
  if (message.direction === 'OUT') {
    if (message.kind !== 'Request' && message.kind !== 'Ping' && message.kind !== 'Event') return requester;
    const to = (message.to || 'nobody').replace(/^operation:/, '');
    asked.set(message.messageId, to);
    return to;
  }
  return asked.get(message.correlationId) || (message.from === 'parley' ? null : message.from);
}

export function labelOf(message) {
  const { body, kind, type } = message;
  const turn = message.turn ? ` ${message.turn}` : '';
  if (kind === 'Fault') return `Fault ${nameOf(body)}`;
  if (kind === 'Notice' && typeof body?.at === 'string') return body.at;
  if (kind === 'Notice' && body?.note) return [body.note, body.step, body.reason || body.cause].filter((x) => typeof x === 'string').join(' · ');
  return `${kind}${turn}${kind === 'Request' ? ' ' + type : ''}`;
}

export const nameOf = (problem) => String(problem?.type || '').split(':').pop() || 'unknown';

const cut = (text, most) => (text.length > most ? text.slice(0, most - 1) + '…' : text);

export function Sequence({ of, hrefOf, selected }) {
  const { lanes, rows } = of;
  const lane = Math.max(NARROWEST, Math.min(WIDEST, Math.floor(ROOM / lanes.length)));
  const x = (at) => GUTTER + lane / 2 + at * lane;
  const width = GUTTER + lanes.length * lane;
  const height = TOP + rows.length * ROW + 14;
  return html`<div class="scroll"><svg class="sequence" width=${width} height=${height} viewBox=${`0 0 ${width} ${height}`} role="group" aria-label="Sequence diagram">
    <defs>${['request', 'reply', 'fault', 'ack'].map((look) => html`<marker id=${'head-' + look} class=${'tip ' + look} viewBox="0 0 8 8" refX="7" refY="4" markerUnits="userSpaceOnUse" markerWidth="9" markerHeight="9" orient="auto-start-reverse"><path d="M0 0 8 4 0 8z" /></marker>`)}</defs>
    ${lanes.map((name, i) => html`<g class="lane"><line x1=${x(i)} y1=${TOP - 6} x2=${x(i)} y2=${height} /><text x=${x(i)} y="18" text-anchor="middle"><title>${name}</title>${cut(name, Math.floor(lane / 7))}</text></g>`)}
    ${rows.map((row, i) => html`<${Arrow} row=${row} x=${x} room=${Math.floor(lane / 7)} y=${TOP + i * ROW + 17} href=${hrefOf(row.message)} on=${selected === row.message.sequence} width=${width} />`)}
  </svg></div>`;
}

function Arrow({ row, x, room, y, href, on, width }) {
  const { message, from, to, label, look, late } = row;
  const own = from === to;
  const middle = own ? x(from) : (x(from) + x(to)) / 2;
  const most = own ? 30 : room * Math.abs(to - from);
  return html`<a href=${href} class=${`arrow ${look}${late ? ' late' : ''}${on ? ' on' : ''}`} aria-label=${`${message.sequence}: ${label}, ${precise(message.at)}`}>
    <rect class="band" x="0" y=${y - 17} width=${width} height=${ROW} />
    <text class="time" x="4" y=${y}>${precise(message.at)}</text>
    ${own ? html`<rect class="note" x=${middle - 92} y=${y - 13} width="184" height="19" rx="3" />` : html`<line x1=${x(from)} y1=${y + 3} x2=${x(to)} y2=${y + 3} marker-end=${`url(#head-${look === 'note' ? 'reply' : look})`} />`}
    <text class="label" x=${middle} y=${own ? y + 1 : y - 2} text-anchor="middle"><title>${label}</title>${cut(label, most)}</text></a>`;
}
