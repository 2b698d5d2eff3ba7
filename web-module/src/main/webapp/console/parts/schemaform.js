// A form made of a JSON Schema: fields for what is plain, JSON for the rest.
import { html } from '../lib/ui.js';

const PLAIN = new Set(['string', 'number', 'integer', 'boolean']);

/** The properties of an object's schema, those that are required and not described, too; null if it is something else. */
export function properties(schema) {
  if (!schema || (schema.type && typeOf(schema) !== 'object')) return null;
  const names = new Set([...Object.keys(schema.properties || {}), ...(schema.required || [])]);
  return names.size === 0 ? null : [...names].sort((a, b) => needed(schema, b) - needed(schema, a)).map((name) => ({ name, schema: schema.properties?.[name] || {}, required: (schema.required || []).includes(name) }));
}

/** The type, of several the first that is something. */
const typeOf = (schema) => [].concat(schema.type).find((type) => type !== 'null');

const least = (schema) => schema.minimum ?? (schema.exclusiveMinimum === undefined ? 0 : schema.exclusiveMinimum + 1);

const needed = (schema, name) => Number((schema.required || []).includes(name));

/** A value to begin with. */
export function example(schema) {
  const fields = properties(schema) || [];
  return Object.fromEntries(fields.filter((f) => f.required).map((f) => [f.name, f.schema.examples?.[0] ?? f.schema.default ?? f.schema.enum?.[0] ?? { number: least(f.schema), integer: least(f.schema), boolean: false, array: [], object: {} }[typeOf(f.schema)] ?? '']));
}

/** Fields of the properties; the value is the object that they make. Patterns are left to the server: those of browsers are another language. */
export const SchemaForm = ({ fields, value, onChange }) => html`<div>${fields.map((f, i) => html`<label class="field" key=${f.name}><span>${f.name}${f.required ? '' : html` <i class="faint">if wanted</i>`}</span>
  ${input(f, value[f.name], (v) => onChange(changed(value, f.name, v)), i === 0)}${f.schema.description && html`<small class="faint">${f.schema.description}</small>`}</label>`)}</div>`;

function changed(value, name, v) {
  const { [name]: _, ...rest } = value;
  return v === undefined ? rest : { ...rest, [name]: v };
}

function input({ name, schema, required }, value, set, first) {
  const { enum: choices } = schema;
  const type = typeOf(schema);
  if (choices) return html`<select name=${name} value=${value ?? ''} required=${required} onChange=${(e) => set(choices[e.target.selectedIndex - 1])}><option value=""></option>${choices.map((c) => html`<option value=${c}>${typeof c === 'string' ? c : JSON.stringify(c)}</option>`)}</select>`;
  if (type === 'boolean') return html`<input type="checkbox" name=${name} checked=${value === true} onChange=${(e) => set(e.target.checked)} />`;
  if (type === 'number' || type === 'integer') return html`<input type="number" name=${name} step=${type === 'integer' ? 1 : 'any'} min=${schema.minimum} max=${schema.maximum} value=${value ?? ''} required=${required} onInput=${(e) => set(e.target.value === '' ? undefined : Number(e.target.value))} />`;
  if (type === 'string') return html`<input name=${name} value=${value ?? ''} required=${required} maxlength=${schema.maxLength} onInput=${(e) => set(e.target.value || undefined)} autofocus=${first} autocomplete="off" />`;
  return html`<input name=${name} value=${value === undefined ? '' : typeof value === 'string' ? value : JSON.stringify(value)} required=${required} placeholder=${PLAIN.has(type) ? '' : 'text, or JSON'} onInput=${(e) => set(loose(e.target.value))} autocomplete="off" />`;
}

/** JSON where it is some, and a text otherwise; long numbers such as those of cards stay texts. */
function loose(text) {
  if (text === '') return undefined;
  if (/^\d{12,}$/.test(text)) return text;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
