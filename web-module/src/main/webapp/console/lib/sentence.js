// What an operator wants to know first, in one sentence.
import { exact, span } from './time.js';
import { stuckAt } from '../pictures/route.js';
import { nameOf } from '../pictures/sequence.js';

/** What stands: of a conversation, its journal, its steps if it is a process, its route if it is a slip; and now in milliseconds. */
export function sentence({ conversation, messages, instance, slip }, now) {
  const stuck = (instance?.steps || []).filter((s) => s.status === 'STUCK');
  if (stuck.length) return `Needs a person: ${stuck.map((s) => `${s.step} is stuck with ${s.stuck}`).join(', ')}, for ${span(now - Date.parse(stuck[0].since))}.`;
  if (conversation.status === 'STUCK') return `Needs a person${stuckAt(slip) ? `: ${stuckAt(slip).operation} could not be undone` : ''}, for ${span(now - Date.parse(conversation.updatedAt))}${conversation.expiresAt ? `; gives up ${exact(conversation.expiresAt)}` : ''}.`;
  return (ENDED[conversation.status] || goesOn)(conversation, messages, instance, now);
}

const took = (c) => span(Date.parse(c.updatedAt) - Date.parse(c.createdAt));
const fault = (c) => (c.fault ? `${nameOf(c.fault)}${c.fault.detail ? `, ${c.fault.detail}` : ''}` : 'a fault');

const ENDED = {
  SUCCEEDED: (c) => `Succeeded within ${took(c)}.`,
  FAULTED: (c) => `Failed after ${took(c)}: ${fault(c)}`,
  COMPENSATED: (c) => `Undone after ${took(c)}${c.fault ? `, because of ${nameOf(c.fault.cause || c.fault)}` : ''}${c.fault?.compensated ? `: ${c.fault.compensated.join(', ') || 'nothing had been done'}` : ''}.`,
  EXPIRED: (c) => `Its time was up at ${exact(c.expiresAt || c.updatedAt)}.`,
  CANCELLED: (c) => `Cancelled after ${took(c)}.`,
};

function goesOn(c, messages, instance, now) {
  const parts = [waits(c, messages, instance, now)];
  if (c.attempts) parts.push(`attempt ${c.attempts}${c.lastFailure ? ` (the last failed: ${c.lastFailure})` : ''}`);
  if (c.nextAttempt) parts.push(`next ${exact(c.nextAttempt)}`);
  if (instance?.paused) parts.push('paused: nothing begins until it is resumed');
  if (instance?.overdue) parts.push('overdue');
  parts.push(c.expiresAt ? `gives up ${exact(c.expiresAt)}` : 'bound by no deadline now');
  return parts.join(', ') + '.';
}

function waits(c, messages, instance, now) {
  const answered = new Set(messages.filter((m) => m.direction === 'IN' && m.kind !== 'Ack').map((m) => m.correlationId));
  const open = messages.filter((m) => m.direction === 'OUT' && m.kind === 'Request' && !answered.has(m.messageId));
  if (open.length) {
    const last = open[open.length - 1];
    return `${c.status === 'COMPENSATING' ? 'Is being undone, waits' : 'Waits'} for ${last.type}${open.length > 1 ? ` and ${open.length - 1} more` : ''}, asked ${span(now - Date.parse(last.at))} ago`;
  }
  const waiting = (instance?.steps || []).find((s) => s.status === 'WAITING' || (s.status === 'RUNNING' && (s.until || s.operation)));
  if (waiting) return `Step ${waiting.step} waits${waiting.operation && waiting.status === 'RUNNING' ? ` for the message ${waiting.operation}` : ''}${waiting.until ? ` until ${exact(waiting.until)}` : ''}`;
  if (c.awaitedTurn) return `Waits for turn ${c.awaitedTurn} of its requester`;
  if (c.status === 'COMPENSATING') return 'Is being undone';
  return c.status === 'ACCEPTED' ? `Accepted ${span(now - Date.parse(c.createdAt))} ago, and not begun yet` : `Goes on since ${span(now - Date.parse(c.createdAt))}`;
}
