// The route of a slip: its steps as boxes, and its log.
import { html } from '../lib/ui.js';
import { Body, Status, When } from '../parts/small.js';
import { Graph } from './graph.js';

/** What an entry of a log means for its step. */
export const ACTS = { done: 'SUCCEEDED', undone: 'COMPENSATED', 'written-off': 'SKIPPED' };

/** The entry of the log that could not be undone, if a person has to see to one. */
export const stuckAt = (slip) => (slip?.status === 'STUCK' && slip.direction === 'back' ? slip.log[slip.position] : undefined);

export function Route({ of: slip }) {
  const acts = new Map(slip.log.map((entry) => [entry.step, ACTS[entry.act]]));
  const steps = slip.itinerary.map((step, i) => ({ name: `${i}`, title: step.operation, operation: `step ${i}${step.as ? `, as ${step.as}` : ''}`, compensation: step.compensation }));
  const stuck = stuckAt(slip)?.step;
  const told = (name) => ({ undone: acts.get(Number(name)) === 'COMPENSATED', status: Number(name) === stuck ? 'STUCK' : acts.get(Number(name)) || (slip.direction === 'forth' && slip.position === Number(name) && slip.waitsFor ? 'RUNNING' : undefined) });
  return html`<section><h2>Route <small class="faint">${slip.direction}${slip.waitsFor ? `, waits for ${slip.waitsFor}` : ''}</small></h2><div class="beside"><${Graph} steps=${steps} told=${told} />
    <table class="rows"><thead><tr><th>Step</th><th>Act</th><th>Operation</th><th>By</th><th>At</th></tr></thead><tbody>${slip.log.map((entry) => html`<tr><td>${entry.step}</td><td><${Status} of=${ACTS[entry.act] || entry.act} /></td><td>${entry.operation}</td><td>${entry.by}</td><td><${When} at=${entry.at} /></td></tr>`)}</tbody></table></div>
    ${slip.fault && html`<${Body} value=${slip.fault} label="Why it goes back" />`}<${Body} value=${slip.variables} label="Variables" /></section>`;
}
