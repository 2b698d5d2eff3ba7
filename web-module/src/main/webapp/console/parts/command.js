// A command: a call that changes something, with what it needs, said before it is sent.
import { html, useState } from '../lib/ui.js';
import { call } from '../lib/api.js';
import { curl } from '../lib/copy.js';
import { Copy, Failure } from './small.js';
import { Dialog } from './dialog.js';

const reason = { name: 'reason', label: 'Why', required: true, hint: 'For whoever reads the journal.' };
const input = { name: 'input', label: 'Another request', kind: 'json', hint: 'Empty for the same.' };
const reply = { name: 'reply', label: 'Its reply', kind: 'json', hint: 'What others find as its reply.' };

/** What is said with the commands that an action names. */
const FIELDS = {
  cancel: [{ ...reason, required: false }],
  pause: [reason],
  resume: [reason],
  rerun: [reason, { name: 'from', label: 'From step', required: true }],
  retry: [reason, input],
  skip: [reason, reply],
  resolve: [reason, reply, { name: 'fault', label: 'Or its fault', kind: 'json', hint: 'A problem object: it was not done.' }],
  replace: [reason, { name: 'operation', label: 'Operation to ask instead', required: true }, input],
};
export const HARSH = new Set(['cancel', 'skip', 'drop', 'remove', 'delete']);

/** Of a slip nothing but the reason is said. */
export const fieldsOf = ({ name, href }) => (href.startsWith('slips/') ? [reason] : FIELDS[name] || [reason]);

/** A command as an action of an answer describes it. */
export const ofAction = (action) => ({
  name: action.name, method: action.method, path: action.href, fields: fieldsOf(action).map((f) => (action.force && f.name === 'reason' ? { ...f, required: true } : f)),
  headers: action.etag ? { 'If-Match': action.etag } : {}, fixed: action.force ? { force: true } : {},
});

/** A button that opens its command: {name, fields} with method and path of the call, or with run, which makes several of them. */
export function Command({ command, label, onDone }) {
  const [open, set] = useState(false);
  const text = label || command.name;
  return html`<button type="button" class=${HARSH.has(command.name) ? 'harsh' : ''} onClick=${() => set(true)}>${text}</button>
    ${open && html`<${CommandDialog} command=${command} title=${text} onClose=${() => set(false)} onDone=${(r) => { set(false); onDone?.(r); }} />`}`;
}

function CommandDialog({ command, title, onClose, onDone }) {
  const [values, setValues] = useState(command.values || {});
  const [state, setState] = useState({ busy: false, error: null });
  const request = () => {
    const body = bodyOf(command.fields, values, command.fixed);
    return command.method === 'DELETE' ? [command.path + deletion(body), {}] : [command.path, command.bodiless ? {} : { body }];
  };
  const send = async () => {
    const [path, options] = request();
    return (await call(command.method, path, { ...options, headers: command.headers })).data;
  };
  const submit = async (event) => {
    event.preventDefault();
    setState({ busy: true, error: null });
    try {
      onDone(await (command.run ? command.run(bodyOf(command.fields, values)) : send()));
    } catch (error) {
      setState({ busy: false, error });
    }
  };
  const asCurl = () => {
    const [path, options] = request();
    return curl(command.method, path, { ...options, headers: command.headers });
  };
  return html`<${Dialog} title=${title} onClose=${onClose}>
    <form onSubmit=${submit}>
      ${command.says && html`<p>${command.says}</p>`}
      <${Fields} fields=${command.fields} values=${values} onChange=${setValues} />
      <${Failure} error=${state.error} />
      <footer>${!command.run && html`<${Copy} text=${asCurl}>Copy as curl<//>`}<span class="gap"></span>
        <button type="button" onClick=${onClose}>Leave it</button>
        <button type="submit" class=${HARSH.has(command.name) ? 'harsh' : 'main'} disabled=${state.busy}>${state.busy ? '…' : title}</button></footer>
    </form><//>`;
}

export const Fields = ({ fields, values, onChange }) => fields.map((field, i) => html`<label class="field" key=${field.name}><span>${field.label}${field.required ? '' : html` <i class="faint">if wanted</i>`}</span>
  ${control(field, values[field.name] ?? '', (value) => onChange({ ...values, [field.name]: value }), i === 0)}
  ${field.hint && html`<small class="faint">${field.hint}</small>`}</label>`);

/** The first field is where the writing begins, also where it comes later than its dialog. */
const focus = (element) => element?.focus();

function control(field, value, set, first) {
  const common = { name: field.name, value, required: field.required, onInput: (e) => set(e.target.value), ref: first ? focus : undefined };
  if (field.kind === 'json') return html`<textarea ...${common} rows=${field.rows || 3} spellcheck=${false} placeholder="JSON"></textarea>`;
  return html`<input ...${common} maxlength="1000" autocomplete="off" placeholder=${field.placeholder || ''} />`;
}

/** The body; what is empty is left out. Throws where JSON is none. */
export function bodyOf(fields, values, fixed = {}) {
  const body = { ...fixed };
  for (const { name, kind, label } of fields) {
    const value = (values[name] ?? '').trim();
    if (!value) continue;
    try {
      body[name] = kind === 'json' ? JSON.parse(value) : value;
    } catch (e) {
      throw new Error(`${label} is no JSON: ${e.message}`);
    }
  }
  return body;
}

const deletion = (body) => (Object.keys(body).length ? '?' + new URLSearchParams(body) : '');
