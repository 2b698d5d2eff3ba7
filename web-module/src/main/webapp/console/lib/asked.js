// What a process asks for, as the ids of its requests say, and how long that took.

/** {phase, step, name, number}: of pick.2 the name is pick; null of what is no request of a step. */
export function askOf(messageId) {
  const found = /\.ask\.(step|undo|outcome)\.([^~]+)(?:~(\d+))?$/.exec(messageId);
  return found && { phase: found[1], step: found[2], name: nameOf(found[2]), number: Number(found[3] || 1) };
}

/** The name of a step without its round. */
export const nameOf = (step) => step.replace(/\.\d+$/, '');

/** Each request of a journal to somebody else, with its answer, if there is one: [{message, answer}]. */
export function exchanges(messages) {
  const answers = new Map(messages.filter((m) => m.direction === 'IN' && m.kind !== 'Ack').map((m) => [m.correlationId, m]));
  return messages.filter((m) => m.direction === 'OUT' && m.kind === 'Request').map((message) => ({ message, answer: answers.get(message.messageId) }));
}
