// Answers that are gathered: who was asked, who answered what and when, who is missing.
import { html } from '../lib/ui.js';
import { Body, Status, When } from './small.js';

export const Gathering = ({ of }) => html`<section><h2>Answers <small class="faint">${of.answers.length} of ${of.expected.length}${of.completes ? `, enough at ${of.completes}` : ''}${of.complete ? `, ended by ${of.complete}` : ''}</small></h2>
  <table class="rows"><thead><tr><th>From</th><th>Status</th><th>At</th><th>Answer</th></tr></thead><tbody>
    ${of.answers.map((a) => html`<tr><td>${a.from}</td><td><${Status} of=${a.fault ? 'FAULTED' : of.undone?.includes(a.from) ? 'COMPENSATED' : 'SUCCEEDED'} /></td><td><${When} at=${a.at} /></td><td class="wide"><${Body} value=${a.fault ?? a.reply} label=${a.fault ? 'fault' : 'reply'} /></td></tr>`)}
    ${of.missing.map((from) => html`<tr><td>${from}</td><td><${Status} of=${of.complete ? 'EXPIRED' : 'WAITING'} /></td><td></td><td class="wide faint">has not answered</td></tr>`)}</tbody></table></section>`;
