// Places an order over HTTP, with nothing but Node 18 or later:
//
//   node place-order.mjs http://localhost:8080 alice PASSWORD order-1
//
// The key is the order's: run again with the same one, also after a crash, and there is still one order.
import { setTimeout as pause } from 'node:timers/promises';

const [server, user, password, key] = process.argv.slice(2);
const final = new Set(['SUCCEEDED', 'FAULTED', 'COMPENSATED', 'EXPIRED', 'CANCELLED']);
const headers = {
  authorization: `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`,
  prefer: 'wait=20',
};

// Asks until there is an answer: with its key, a request that may have been accepted can be sent again.
async function call(url, options) {
  for (let attempt = 0; attempt < 10; attempt++) {
    try {
      const answer = await fetch(url, { ...options, signal: AbortSignal.timeout(60_000) });
      if (answer.ok) {
        return { body: await answer.json(), location: answer.headers.get('location') };
      }
      if (answer.status !== 503) { // a problem object says what is wrong
        throw Object.assign(new Error(`${answer.status}: ${await answer.text()}`), { refused: true });
      }
      await pause(1000 * Number(answer.headers.get('retry-after') ?? 1));
    } catch (error) {
      if (error.refused) {
        throw error;
      }
      await pause(1000 * Math.min(2 ** attempt, 30));
    }
  }
  throw new Error(`no answer from ${url}`);
}

const accepted = await call(`${server}/parley/v1/operations/place-order`, {
  method: 'POST',
  headers: { ...headers, 'content-type': 'application/json', 'idempotency-key': `"${key}"` },
  body: JSON.stringify({ customer: 'ada', item: 'tea', quantity: 2 }),
});
let conversation = accepted.body;
while (!final.has(conversation.status)) {
  conversation = (await call(accepted.location, { headers })).body;
}
if (conversation.status !== 'SUCCEEDED') {
  throw new Error(`${conversation.status}: ${JSON.stringify(conversation.fault)}`);
}
console.log(conversation.reply.orderId);
