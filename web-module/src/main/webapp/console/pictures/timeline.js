// The timeline of a conversation: who was asked when, how long that took, and when it stood still.
import { html, useMemo } from '../lib/ui.js';
import { askOf, exchanges } from '../lib/asked.js';
import { span, useClock } from '../lib/time.js';

const LEFT = 170, WIDTH = 640, ROW = 20, MOST = 60;
const ENDED = new Set(['SUCCEEDED', 'FAULTED', 'COMPENSATED', 'EXPIRED', 'CANCELLED']);
const SIGNS = { undo: '↶ ', outcome: '? ' };
/** Notes of a journal that begin something that lasts, with those that end it. */
const HOLDS = { pause: ['resume'], stuck: ['retry', 'skip', 'resolve', 'replace'] };

/** Bars of a journal and of the steps that stand now: [{label, from, to, look}], times in milliseconds; what goes on has no end. */
export function bars(messages, steps) {
  const asks = exchanges(messages).map((e) => ({ ...e, ask: askOf(e.message.messageId) }));
  const asking = new Set(asks.map((e) => e.ask?.step));
  return [...asked(asks), ...holds(messages), ...steps.filter((s) => waits(s, asking)).map((s) => ({ label: `◷ ${s.step}`, from: Date.parse(s.since), to: Infinity, look: 'held open' }))].sort((a, b) => a.from - b.from);
}

/** A step that waits for time or for a message, and has asked nobody. */
const waits = (step, asking) => step.status === 'WAITING' || (step.status === 'RUNNING' && Boolean(step.until || step.operation) && !asking.has(step.step));

/** Who was asked for what; the same again has a number. */
function asked(asks) {
  const counts = new Map();
  return asks.map(({ message, answer, ask }) => {
    const time = ask ? ask.number : (counts.get(message.type) || 0) + 1;
    if (!ask) counts.set(message.type, time);
    return { label: `${ask ? (SIGNS[ask.phase] || '') + ask.step : message.type}${time > 1 ? ` ~${time}` : ''}`, from: Date.parse(message.at), to: answer ? Date.parse(answer.at) : Infinity, look: answer ? (answer.kind === 'Fault' ? 'fault' : 'reply') : 'open' };
  });
}

function holds(messages) {
  const notes = messages.filter((m) => m.kind === 'Notice' && m.body?.note);
  return notes.filter(({ body }) => HOLDS[body.note]).map(({ at, body, sequence }) => {
    const over = notes.find((n) => n.sequence > sequence && HOLDS[body.note].includes(n.body.note) && n.body.step === body.step);
    return { label: body.note === 'pause' ? '‖ paused' : `▲ ${body.step}`, from: Date.parse(at), to: over ? Date.parse(over.at) : Infinity, look: over ? 'held' : 'held open' };
  });
}

const NONE = [];

export function Timeline({ conversation, messages, steps = NONE }) {
  const now = useClock();
  const begin = Date.parse(conversation.createdAt);
  const ended = ENDED.has(conversation.status);
  const end = Math.max(begin + 1, ended ? Date.parse(conversation.updatedAt) : now);
  const all = useMemo(() => bars(messages, ended ? NONE : steps), [messages, steps, ended]);
  const rows = [{ label: conversation.operation, from: begin, to: end, look: ended ? 'whole' : 'whole open' }, ...all.slice(0, MOST).map((bar) => ({ ...bar, to: Math.min(end, bar.to), look: ended && bar.look === 'open' ? 'open silent' : bar.look }))];
  const scale = (t) => LEFT + ((Math.min(end, Math.max(begin, t)) - begin) / (end - begin)) * WIDTH;
  const height = rows.length * ROW + 24;
  return html`<div class="scroll"><svg class="timeline" width=${LEFT + WIDTH + 80} height=${height} role="img" aria-label=${`It took ${span(end - begin)}`}>
    ${[0, 0.25, 0.5, 0.75, 1].map((part) => html`<g class="tick"><line x1=${LEFT + part * WIDTH} y1="0" x2=${LEFT + part * WIDTH} y2=${height - 18} /><text x=${LEFT + part * WIDTH} y=${height - 5} text-anchor="middle">${part === 0 ? '0' : span(part * (end - begin))}</text></g>`)}
    ${rows.map((row, i) => html`<g class=${'bar ' + row.look}><text x=${LEFT - 8} y=${i * ROW + 14} text-anchor="end">${row.label.length > 24 ? row.label.slice(0, 23) + '…' : row.label}</text>
      <rect x=${scale(row.from)} y=${i * ROW + 4} width=${Math.max(2, scale(row.to) - scale(row.from))} height="12" rx="2"><title>${`${row.label}: ${span(row.to - row.from)}`}</title></rect>
      <text class="faint" x=${scale(row.to) + 5} y=${i * ROW + 14}>${span(row.to - row.from)}</text></g>`)}
  </svg></div>${all.length > MOST && html`<p class="faint">The first ${MOST} of ${all.length}.</p>`}`;
}
