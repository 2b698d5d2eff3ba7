// A process: its graph with how many stand where, its versions, what is wrong with it by now.
import { html, useState } from '../lib/ui.js';
import { each, find, get, path, query as queryOf, root } from '../lib/api.js';
import { useLoad } from '../lib/load.js';
import { lasting } from '../lib/time.js';
import { Lately } from '../parts/lately.js';
import { StepTimes } from '../parts/steptimes.js';
import { filter, link } from '../lib/router.js';
import { Body, Copy, Facts, Failure, Head, Loading, When } from '../parts/small.js';
import { flat, Graph } from '../pictures/graph.js';

export function Process({ name, query }) {
  const page = useLoad((signal) => read(name, query, signal), [name, query.version, query.with]);
  if (!page.data) return html`<${Head} title=${name} /><${Failure} error=${page.error} /><${Loading} of=${page} />`;
  const { shown, versions, problems, counts, diff, stuck } = page.data;
  const changed = new Set((diff?.changes || []).map((c) => c.step));
  const told = (step) => ({
    note: [changed.has(step) && 'Δ', stuck[step] && `▲ ${stuck[step]}`, counts[step] !== stuck[step] && counts[step]].filter(Boolean).join(' '), status: stuck[step] ? 'STUCK' : undefined,
    href: link('conversations', { process: name, step }),
  });
  const picture = async () => (await fetch(`${root}${path('processes', name, 'versions', String(shown.version))}?format=mermaid`)).text();
  return html`<${Head} title=${`${name}, version ${shown.version}`}><a href=${link(['directory', name])}>Start one</a><${Copy} text=${picture}>Copy as Mermaid<//><//>
    <${Failure} error=${page.error} /><${Problems} of=${problems} />
    <${Facts} of=${[['Written', html`<${When} at=${shown.updatedAt} />`], ['By', shown.updatedBy], ['Deadline', lasting(shown.deadline)], ['Undone within', lasting(shown.compensateWithin)], ['Instances', html`<a href=${link('conversations', { process: name })}>all</a> · <a href=${link('stuck', { process: name })}>stuck</a> · <a href=${link('conversations', { process: name, status: 'RUNNING' })}>running</a>`]]} />
    <${Lately} of=${{ process: name }} />
    <div class="beside"><${Graph} steps=${shown.steps} told=${told} /><div><${Versions} name=${name} query=${query} versions=${versions} shown=${shown} diff=${diff} /><${StepTimes} process=${name} /></div></div>
    <${Body} value=${shown} label="Definition" />`;
}

const Problems = ({ of }) => of && html`${[['problems', 'Does not work'], ['warnings', 'May be regretted']].map(([key, title]) => of[key]?.length > 0 && html`<div class=${key === 'problems' ? 'failure' : ''}><b>${title}</b><ul>${of[key].map((w) => html`<li><code>${w.field}</code> ${w.expected}</li>`)}</ul></div>`)}`;

const Versions = ({ name, query, versions, shown, diff }) => html`<div><table class="rows"><thead><tr><th>Version</th><th>Written</th><th>By</th><th></th></tr></thead><tbody>${versions.map((v) => html`<tr data-row key=${v.version}>
  <td><a href=${link(['processes', name], { version: v.version })}>${v.version === shown.version ? html`<b>${v.version}</b>` : v.version}</a></td><td><${When} at=${v.updatedAt || v.at || v.createdAt} /></td><td>${v.updatedBy || v.by || ''}</td>
  <td>${v.version !== shown.version && html`<a href=${link(['processes', name], { version: shown.version, with: v.version })}>compare</a>`}</td></tr>`)}</tbody></table>
  ${diff && html`<h2>Between ${diff.from} and ${diff.to} <button type="button" class="quiet" onClick=${() => filter(['processes', name], { version: query.version })}>✕</button></h2>
    <ul>${diff.changes.length === 0 ? html`<li>Nothing differs step by step.</li>` : diff.changes.map((c) => html`<li><b>${c.step}</b> ${c.member} <code>${JSON.stringify(c.from) ?? ''}</code> → <code>${JSON.stringify(c.to) ?? ''}</code></li>`)}</ul>`}</div>`;

async function read(name, { version, with: other }, signal) {
  const o = { signal };
  const [current, history, problems] = await Promise.all([get(path('processes', name), o), find(path('processes', name, 'versions'), o), find(path('processes', name, 'problems'), o)]);
  const shown = version && Number(version) !== current.version ? await get(path('processes', name, 'versions', version), o) : current;
  const names = flat(shown.steps).map((s) => s.name).filter(Boolean).slice(0, 40);
  const count = async (wish) => {
    const page = await find('conversations' + queryOf({ process: name, limit: 200, ...wish }), o);
    return page && page.conversations.length ? `${page.conversations.length}${page.next ? '+' : ''}` : '';
  };
  const [standing, stuck] = await Promise.all([each(names, (step) => count({ step })), each(names, (step) => count({ step, status: 'STUCK' }))]);
  const diff = other && await find(path('processes', name, 'versions', other, 'diff') + queryOf({ with: shown.version }), o);
  return { shown, versions: history?.versions || [], problems, diff, counts: zip(names, standing), stuck: zip(names, stuck) };
}

const zip = (names, values) => Object.fromEntries(names.map((n, i) => [n, values[i]]));
