// An operation: what it takes, who serves it, how it is asked, and trying it.
import { html, useState } from '../lib/ui.js';
import { call, find, get, path } from '../lib/api.js';
import { curl } from '../lib/copy.js';
import { useLoad } from '../lib/load.js';
import { link } from '../lib/router.js';
import { lasting } from '../lib/time.js';
import { Lately } from '../parts/lately.js';
import { example, properties, SchemaForm } from '../parts/schemaform.js';
import { Body, Copy, Empty, Facts, Failure, Head, Id, Loading, When } from '../parts/small.js';
import { provider, providersOf } from './directory.js';

export function Operation({ name }) {
  const page = useLoad((signal) => read(name, signal), [name]);
  if (page.data === undefined) return html`<${Head} title=${name} /><${Failure} error=${page.error} /><${Loading} of=${page} />`;
  if (page.data === null) return html`<${Empty}>There is no operation ${name}.<//>`;
  const { operation: op, schema } = page.data;
  return html`<${Head} title=${name}><a href=${link('conversations', { operation: name })}>Its conversations</a><//>
    <${Facts} of=${[['Served by', providersOf(op).map((p) => html`<span>${provider(p)}${p.passedOverUntil ? html` ▲ silent, passed over until <${When} at=${p.passedOverUntil} />` : ''} </span>`)], ['Undone by', op.compensation && html`<a href=${link(['directory', op.compensation])}>${op.compensation}</a>`],
      ['Outcome', op.outcome], ['Timeout', lasting(op.timeout)], ['Retry', op.retry && JSON.stringify(op.retry)], ['Isolated', op.isolated === undefined ? undefined : String(op.isolated)], ['Entered', op.updatedAt && html`<${When} at=${op.updatedAt} /> ${op.updatedBy || ''}`]]} />
    <${Lately} of=${{ operation: name }} />
    ${schema && html`<${Body} value=${schema} label="Schema" />`}${op.replySchema && html`<${Body} value=${op.replySchema} label="Schema of its reply" />`}${op.messages && html`<${Body} value=${op.messages} label="Messages that it awaits" />`}
    <${Try} name=${name} schema=${schema} />`;
}

async function read(name, signal) {
  const { operations } = await get('operations', { signal });
  const operation = operations.find((op) => op.name === name);
  if (!operation) return null;
  const one = await find(path('operations', name), { signal });
  return { operation: one || operation, schema: (one || operation).schema };
}

function Try({ name, schema }) {
  const fields = properties(schema);
  const [value, setValue] = useState(() => example(schema));
  const [text, setText] = useState(() => JSON.stringify(example(schema), null, 2));
  const [raw, setRaw] = useState(!fields);
  const [key, setKey] = useState(newKey);
  const [state, setState] = useState({});
  const body = () => (raw ? JSON.parse(text) : value);
  const headers = { 'Idempotency-Key': `"${key}"` };
  const target = path('operations', name);
  const send = async (event) => {
    event.preventDefault();
    setState({ busy: true });
    try {
      const { data } = await call('POST', target, { body: body(), headers });
      setState({ data });
    } catch (error) {
      setState({ error });
    }
  };
  const swap = () => {
    try {
      if (raw) setValue(JSON.parse(text));
      else setText(JSON.stringify(value, null, 2));
      setRaw(!raw);
    } catch (error) {
      setState({ error });
    }
  };
  return html`<section><h2>Try it</h2><p class="faint">It is a real request, in your name.</p><form onSubmit=${send} class="try">
    ${raw ? html`<label class="field"><span>Body</span><textarea name="body" rows="8" spellcheck=${false} value=${text} onInput=${(e) => setText(e.target.value)}></textarea></label>` : html`<${SchemaForm} fields=${fields} value=${value} onChange=${setValue} />`}
    ${fields && html`<button type="button" class="quiet" onClick=${swap}>${raw ? 'As a form' : 'As JSON'}</button>`}
    <p>Idempotency key <${Id} value=${key} /> <button type="button" class="quiet" onClick=${() => setKey(newKey())}>another</button> <span class="faint">the same again is the same request</span></p>
    <${Failure} error=${state.error} />
    ${state.data && html`<p role="status">${state.data.status}: <a href=${link(['conversations', state.data.conversationId])}>${state.data.conversationId}</a></p>`}
    <button class="main" disabled=${state.busy}>Send</button> <${Copy} text=${() => curl('POST', target, { body: body(), headers })}>Copy as curl<//> <${Copy} text=${() => jms(name, key, body())}>Copy as JMS<//></form></section>`;
}

const newKey = () => `console-${Date.now().toString(36)}-${crypto.getRandomValues(new Uint32Array(1))[0].toString(36)}`;

/** The same over Jakarta Messaging. */
const jms = (name, key, body) => `// Jakarta Messaging; jboss-client.jar of WildFly has what it needs
var message = context.createTextMessage(${JSON.stringify(JSON.stringify(body))});
message.setJMSType(${JSON.stringify(name)});
message.setJMSReplyTo(replies);                       // where the answer goes
message.setStringProperty("MessageId", ${JSON.stringify(key)});
context.createProducer().send(context.createQueue("parley.requests"), message);
`;
