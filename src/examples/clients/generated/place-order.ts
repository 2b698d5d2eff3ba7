// Places an order with a client that is made of the OpenAPI document of the operations:
//
//   curl -u alice:PASSWORD http://localhost:8080/parley/v1/openapi > operations.json
//   npm install openapi-typescript typescript openapi-fetch
//   npx openapi-typescript operations.json -o operations.ts
//   npx tsc --strict --target es2022 --module nodenext place-order.ts
//   node place-order.js http://localhost:8080 alice PASSWORD order-1
//
// What the operation takes and gives is checked by the compiler.
import createClient from 'openapi-fetch';
import type { paths } from './operations.js';

declare const process: { argv: string[] };

const [server, user, password, key] = process.argv.slice(2);
const client = createClient<paths>({
  baseUrl: `${server}/parley/v1`,
  headers: { authorization: `Basic ${btoa(`${user}:${password}`)}` },
});

const { data, error } = await client.POST('/operations/place-order', {
  params: { header: { 'Idempotency-Key': `"${key}"`, Prefer: 'wait=20' } },
  body: { customer: 'ada', item: 'tea', quantity: 2 },
});
if (!data?.reply) {
  throw new Error(JSON.stringify(error ?? data));
}
console.log(data.reply.orderId);
