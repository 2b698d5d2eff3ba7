// What can be copied: calls as curl, journals as Mermaid.
import { root } from './api.js';

const quoted = (text) => `'${String(text).replaceAll("'", `'\\''`)}'`;

/** The call as a line for a shell; the password is asked for. */
export function curl(method, path, { body, headers = {} } = {}) {
  const parts = ['curl -u "$USER"'];
  if (method !== 'GET') parts.push(`-X ${method} -H 'Content-Type: application/json'`);
  Object.entries(headers).forEach(([name, value]) => parts.push('-H ' + quoted(`${name}: ${value}`)));
  if (body !== undefined) parts.push('-d ' + quoted(JSON.stringify(body)));
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
    return false;
  }
}
