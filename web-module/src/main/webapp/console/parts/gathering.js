// Answers that are gathered: who was asked, who answered what and when, who is missing.
import { html } from '../lib/ui.js';
import { Body, Status, When } from './small.js';

// How far undoing is what one of them has done; of those who are left alone there is nothing to undo.
const undoing = (of, from) => of.undoing?.find((one) => one.from === from)?.status;
const missed = (of, from) => undoing(of, from) ?? (of.kept?.includes(from) ? 'SUCCEEDED' : of.complete ? 'EXPIRED' : 'WAITING');

export const Gathering = ({ of }) => html`<section><h2>Answers <small class="faint">${of.answers.length} of ${of.expected.length}${of.completes ? `, enough at ${of.completes}` : ''}${of.complete ? `, ended by ${of.complete}` : ''}</small></h2>
  <table class="rows"><thead><tr><th>From</th><th>Status</th><th>At</th><th>Answer</th></tr></thead><tbody>
    ${of.answers.map((a) => html`<tr><td>${a.from}</td><td><${Status} of=${undoing(of, a.from) ?? (a.fault ? 'FAULTED' : 'SUCCEEDED')} /></td><td><${When} at=${a.at} /></td><td class="wide"><${Body} value=${a.fault ?? a.reply} label=${a.fault ? 'fault' : 'reply'} /></td></tr>`)}
    ${of.missing.map((from) => html`<tr><td>${from}</td><td><${Status} of=${missed(of, from)} /></td><td></td><td class="wide faint">${undoing(of, from) || of.kept?.includes(from) ? 'has answered late' : 'has not answered'}</td></tr>`)}</tbody></table></section>`;
