// The same command to many conversations: first a dry run that says who can have it, then each by itself.
import { html, useEffect, useState } from '../lib/ui.js';
import { call, each, get, path } from '../lib/api.js';
import { link } from '../lib/router.js';
import { Dialog } from './dialog.js';
import { many, Status } from './small.js';
import { bodyOf, Fields, fieldsOf, HARSH } from './command.js';

/**
 * @param targets [{id, step}]: conversations, and the step if it is one's
 * @param name the name of the action, such as retry
 */
export function Batch({ targets, name, onClose }) {
  const [plan, setPlan] = useState(null);
  const [values, setValues] = useState({});
  const [results, setResults] = useState(null);
  const [error, setError] = useState(null);
  useEffect(() => {
    each(targets, (target) => look(target, name)).then(setPlan);
  }, []);
  const able = (plan || []).filter((p) => p.action);
  const fields = fieldsOf(able.find((p) => p.action.href.startsWith('slips/'))?.action || { name, href: '' });
  const run = async (event) => {
    event.preventDefault();
    let body;
    try {
      body = bodyOf(fields, values);
    } catch (e) {
      setError(e.message);
      return;
    }
    const done = [];
    setResults([]);
    await each(able, async ({ id, action }) => {
      done.push(await give(id, action, body));
      setResults([...done]);
    }, 4);
  };
  const failed = (results || []).filter((r) => r.error);
  const over = results && results.length === able.length;
  return html`<${Dialog} title=${`${name} ${many(targets.length, 'conversation')}`} onClose=${() => onClose(Boolean(results))} wide>
    <form onSubmit=${run}>
      ${!plan ? html`<p aria-busy="true">Looking who can have it …</p>` : html`<p><b>${able.length}</b> of ${targets.length} can have it now.${able.length < targets.length && ' The others are left alone.'}</p>
        <${Which} title="Those that can" of=${able} /><${Which} title="Those that cannot" of=${plan.filter((p) => !p.action)} />`}
      ${plan && !results && html`<${Fields} fields=${fields} values=${values} onChange=${setValues} />`}
      ${error && html`<p class="failure" role="alert">${error}</p>`}
      ${results && html`<p role="status">${results.length} of ${able.length}: ${results.length - failed.length} done, ${failed.length} refused.</p>
        <ul class="short">${failed.map((r) => html`<li><a href=${link(['conversations', r.id])}>${r.id}</a> ${r.error}</li>`)}</ul>`}
      <footer><span class="gap"></span>
        <button type="button" onClick=${() => onClose(Boolean(results))}>${over ? 'Close' : 'Leave it'}</button>
        ${!results && html`<button class=${HARSH.has(name) ? 'harsh' : 'main'} disabled=${able.length === 0}>${name} ${able.length}</button>`}</footer>
    </form><//>`;
}

const Which = ({ title, of }) => of.length > 0 && html`<details><summary>${title} <span class="faint">${of.length}</span></summary><ul class="short">${of.map((p) => html`<li><a href=${link(['conversations', p.id])}>${p.id}</a> ${p.operation} ${p.status && html`<${Status} of=${p.status} />`} ${p.why}</li>`)}</ul></details>`;

async function look({ id, step }, name) {
  try {
    const { actions = [], operation, status } = await get(path('conversations', id));
    const action = actions.find((a) => a.name === name && !a.force && (!step || a.href.endsWith(`/steps/${encodeURIComponent(step)}/${name}`)));
    return { id, operation, status, action, why: action ? '' : 'is not offered it' };
  } catch (e) {
    return { id, why: e.message };
  }
}

async function give(id, action, body) {
  try {
    await call(action.method, action.href, { body, headers: action.etag ? { 'If-Match': action.etag } : {} });
    return { id };
  } catch (e) {
    return { id, error: e.message };
  }
}
