// What can be copied: calls as curl, journals as Mermaid.
import { root } from './api.js';

const quoted = (text) => `'${String(text).replaceAll("'", `'\\''`)}'`;

/** JSON in which no character does something to a terminal, or to the order of what is read. */
const seen = (json) => json.replace(/[\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff]/g, (c) => '\\u' + c.charCodeAt(0).toString(16).padStart(4, '0'));

/** The call as a line for a shell; the password is asked for. */
export function curl(method, path, { body, headers = {} } = {}) {
  const parts = ['curl -u "$USER"'];
  if (method !== 'GET') parts.push(`-X ${method} -H 'Content-Type: application/json'`);
  Object.entries(headers).forEach(([name, value]) => parts.push('-H ' + quoted(`${name}: ${value}`)));
  if (body !== undefined) parts.push('-d ' + quoted(seen(JSON.stringify(body))));
  return parts.join(' ') + ' ' + quoted(root + path);
}

/** What a participant wrote, as a text within Mermaid: its own signs as entities. */
const plain = (text) => String(text).replace(/[^\p{L}\p{N} .,:/_-]/gu, (c) => `#${c.codePointAt(0)};`);

/** The sequence diagram as text that Mermaid draws. */
export function mermaid({ lanes, rows }) {
  const lines = ['sequenceDiagram'];
  lanes.forEach((lane, i) => lines.push(`    participant p${i} as ${plain(lane)}`));
  rows.forEach(({ from, to, label, look }) => {
    if (from === to) lines.push(`    Note over p${from}: ${plain(label)}`);
    else lines.push(`    p${from}${{ fault: '--x', reply: '-->>', ack: '-->>' }[look] || '->>'}p${to}: ${plain(label)}`);
  });
  return lines.join('\n') + '\n';
}

/** Copies; false where the browser does not let. */
export async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return byEvent(text);
  }
}

/** The way of before, for pages without TLS: to them browsers give no clipboard. */
function byEvent(text) {
  const fill = (event) => {
    event.clipboardData.setData('text/plain', text);
    event.preventDefault();
  };
  document.addEventListener('copy', fill);
  try {
    return document.execCommand('copy');
  } finally {
    document.removeEventListener('copy', fill);
  }
}
