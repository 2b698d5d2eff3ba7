// The HTTP API, as everybody has it. The browser adds the login of the page.

export const root = new URL('../../v1/', import.meta.url).href;

/** A refusal: the problem object that the server answered with. */
export class Problem extends Error {
  constructor(status, body) {
    super(body.detail || body.title || `HTTP ${status}`);
    this.status = status;
    this.body = body;
    this.name = (body.type || '').split(':').pop() || `http-${status}`;
  }
}

/** A segment that a browser would resolve, encoded or not: whoever gave something that name would choose what is called. */
const UPWARDS = /(^|\/)(\.|%2e){1,2}(\/|\?|#|$)/i;

/** Calls the API; gives {status, data, etag} or throws a Problem. 304 has no data. */
export async function call(method, path, { body, headers = {}, signal } = {}) {
  if (UPWARDS.test(path)) throw new Problem(404, { title: 'Not from here', detail: 'A browser takes the name . or .. for another address: use a client that does not.' });
  const sent = { Accept: 'application/json', ...headers };
  if (method !== 'GET') sent['Content-Type'] = 'application/json';
  let response;
  try {
    response = await fetch(root + path, {
      method, headers: sent, signal, cache: 'no-store', body: body === undefined ? undefined : JSON.stringify(body),
    });
  } catch (e) {
    if (e.name === 'AbortError') throw e;
    throw new Problem(0, { title: 'No answer', detail: 'Parley does not answer. What is shown may be old.' });
  }
  const text = await response.text();
  const data = parse(text);
  if (!response.ok && response.status !== 304) {
    throw new Problem(response.status, data && typeof data === 'object' ? data : { title: `HTTP ${response.status}` });
  }
  return { status: response.status, data, etag: response.headers.get('ETag') };
}

export const get = async (path, options) => (await call('GET', path, options)).data;

/** Gives null where there is none, or none for this caller. */
export async function find(path, options) {
  try {
    return await get(path, options);
  } catch (e) {
    if (e instanceof Problem && [403, 404, 410].includes(e.status)) return null;
    throw e;
  }
}

export const isOperator = (start) => Boolean(start?.caller.operator);

let known = { at: 0, kinds: Promise.resolve(new Map()) };

/** Those of the operations that are processes, as of at most half a minute ago; one that was not there then is looked for anew. */
export async function processesOf(names) {
  let kinds = await known.kinds;
  if (Date.now() - known.at > 30_000 || names.some((name) => !kinds.has(name))) {
    known = { at: Date.now(), kinds: get('operations').then(({ operations }) => new Map(operations.map((op) => [op.name, Boolean(op.provider.process)])), () => new Map()) };
    kinds = await known.kinds;
    names.filter((name) => !kinds.has(name)).forEach((name) => kinds.set(name, false));
  }
  return new Set(names.filter((name) => kinds.get(name)));
}

/** All pages of a list up to so many items: {items, more}. */
export async function all(path, member, most = 1000, options) {
  const items = [];
  let after = '';
  do {
    const page = await get(path + query({ limit: 200, after }, path.includes('?') ? '&' : '?'), options);
    items.push(...page[member]);
    after = page.next;
  } while (after && items.length < most);
  return { items, more: Boolean(after) };
}

/** Does the same with each, a few at a time, in their order. */
export async function each(items, work, together = 6) {
  const results = new Array(items.length);
  let next = 0;
  const worker = async () => {
    while (next < items.length) {
      const i = next++;
      results[i] = await work(items[i], i);
    }
  };
  await Promise.all(Array.from({ length: Math.min(together, items.length) }, worker));
  return results;
}

/** A query string of what has a value. */
export function query(values, begin = '?') {
  const text = new URLSearchParams(Object.entries(values).filter(([, v]) => v !== undefined && v !== null && v !== '')).toString();
  return text ? begin + text : '';
}

/** A path of segments, each encoded. */
export const path = (...segments) => segments.map(encodeURIComponent).join('/');

function parse(text) {
  try {
    return text ? JSON.parse(text) : null;
  } catch {
    return text;
  }
}
