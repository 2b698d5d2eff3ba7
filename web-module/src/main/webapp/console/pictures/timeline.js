// The timeline of a conversation: who was asked when, and how long that took.
import { html } from '../lib/ui.js';
import { span, useClock } from '../lib/time.js';

const LEFT = 170, WIDTH = 640, ROW = 20;

/** Bars of a journal: [{label, from, to, look}], times in milliseconds; what is not answered goes on until now. */
export function bars(messages, end) {
  const answers = new Map(messages.filter((m) => m.direction === 'IN' && m.kind !== 'Ack').map((m) => [m.correlationId, m]));
  return messages.filter((m) => m.direction === 'OUT' && m.kind === 'Request').map((m) => {
    const answer = answers.get(m.messageId);
    return { label: stepOf(m), from: Date.parse(m.at), to: answer ? Date.parse(answer.at) : end, look: answer ? (answer.kind === 'Fault' ? 'fault' : 'reply') : 'open' };
  });
}

/** The step that a request is for, as its id says, or the operation. */
const stepOf = (message) => /\.ask\.(?:step|undo|compensation)\.([^/]+)$/.exec(message.messageId)?.[1] || message.type;

export function Timeline({ conversation, messages }) {
  const now = useClock();
  const begin = Date.parse(conversation.createdAt);
  const ended = ['SUCCEEDED', 'FAULTED', 'COMPENSATED', 'EXPIRED', 'CANCELLED'].includes(conversation.status);
  const end = Math.max(begin + 1, ended ? Date.parse(conversation.updatedAt) : now);
  const rows = [{ label: conversation.operation, from: begin, to: end, look: ended ? 'whole' : 'whole open' }, ...bars(messages, end).slice(0, 60)];
  const scale = (t) => LEFT + ((Math.min(end, Math.max(begin, t)) - begin) / (end - begin)) * WIDTH;
  const height = rows.length * ROW + 24;
  return html`<div class="scroll"><svg class="timeline" width=${LEFT + WIDTH + 80} height=${height} role="img" aria-label=${`It took ${span(end - begin)}`}>
    ${[0, 0.25, 0.5, 0.75, 1].map((part) => html`<g class="tick"><line x1=${LEFT + part * WIDTH} y1="0" x2=${LEFT + part * WIDTH} y2=${height - 18} /><text x=${LEFT + part * WIDTH} y=${height - 5} text-anchor="middle">${part === 0 ? '0' : span(part * (end - begin))}</text></g>`)}
    ${rows.map((row, i) => html`<g class=${'bar ' + row.look}><text x=${LEFT - 8} y=${i * ROW + 14} text-anchor="end">${row.label.length > 24 ? row.label.slice(0, 23) + '…' : row.label}</text>
      <rect x=${scale(row.from)} y=${i * ROW + 4} width=${Math.max(2, scale(row.to) - scale(row.from))} height="12" rx="2"><title>${`${row.label}: ${span(row.to - row.from)}`}</title></rect>
      <text class="faint" x=${scale(row.to) + 5} y=${i * ROW + 14}>${span(row.to - row.from)}</text></g>`)}
  </svg></div>`;
}
