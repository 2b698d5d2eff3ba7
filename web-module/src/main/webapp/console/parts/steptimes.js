// How long the steps of a process take: of the newest instances that have succeeded, as their journals say.
import { html, useState } from '../lib/ui.js';
import { each, find, get, path, query as queryOf } from '../lib/api.js';
import { askOf, exchanges } from '../lib/asked.js';
import { span } from '../lib/time.js';
import { percentile } from '../lib/trend.js';
import { Failure } from './small.js';

const MOST = 50;

/** Asked for by a click, since it reads a journal for each instance. */
export function StepTimes({ process }) {
  const [state, set] = useState({});
  const look = async () => {
    set({ busy: true });
    try {
      set({ found: await read(process) });
    } catch (error) {
      set({ error });
    }
  };
  const { busy, found, error } = state;
  return html`<div class="below"><button type="button" class="quiet" disabled=${busy} onClick=${look}>How long do its steps take?</button><${Failure} error=${error} />
    ${found && (found.steps.length === 0 ? html`<p class="faint">None has succeeded yet.</p>` : html`<table class="rows"><caption class="faint">of the last ${found.instances} that succeeded</caption><thead><tr><th>Step</th><th class="number">Half within</th><th class="number">95 % within</th><th class="number">Asked</th></tr></thead>
      <tbody>${found.steps.map(([step, times]) => html`<tr><td>${step}</td><td class="number">${span(percentile(times, 0.5))}</td><td class="number">${span(percentile(times, 0.95))}</td><td class="number">${times.length} ×</td></tr>`)}</tbody></table>`)}</div>`;
}

async function read(process) {
  const { conversations } = await get('conversations' + queryOf({ process, status: 'SUCCEEDED', limit: MOST }));
  const journals = await each(conversations, (c) => find(path('conversations', c.conversationId, 'messages')));
  const steps = new Map();
  journals.filter(Boolean).flatMap((j) => exchanges(j.messages)).forEach(({ message, answer }) => {
    const ask = askOf(message.messageId);
    if (ask?.phase === 'step' && answer) steps.set(ask.name, [...(steps.get(ask.name) || []), Date.parse(answer.at) - Date.parse(message.at)]);
  });
  return { instances: conversations.length, steps: [...steps] };
}
