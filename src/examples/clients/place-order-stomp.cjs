// Places an order over STOMP, with Node and stompit (npm install stompit):
//
//   node place-order-stomp.cjs localhost 5445 alice PASSWORD order-1
//
// The key is the order's: run again with the same one, also after a crash, and there is still one order.
const stompit = require('stompit');

const [host, port, user, password, key] = process.argv.slice(2);
const replies = `jms.queue.reply.${user}.orders`; // theirs alone, by its name

function fail(error) {
  console.error(error.message);
  process.exit(1);
}

function place(client) {
  const order = client.send({
    destination: 'jms.queue.parley.requests',
    type: 'place-order',
    MessageId: key,
    'correlation-id': key, // what answers have: over STOMP nobody makes an id for a message
    'reply-to': replies,
    persistent: 'true',
  });
  order.end(JSON.stringify({ customer: 'ada', item: 'tea', quantity: 2 }));
}

function answered(client, message, body) {
  client.ack(message); // what was not acknowledged before a crash comes again after it
  if (message.headers['correlation-id'] !== key) {
    return; // the answer to another request, whose client did not wait for it
  }
  if (message.headers.Kind === 'Fault') {
    fail(new Error(body));
  } else if (message.headers.Kind === 'Reply') {
    console.log(JSON.parse(body).orderId);
    client.disconnect();
  }
}

const connectHeaders = { host, login: user, passcode: password, 'heart-beat': '0,0' };
stompit.connect({ host, port: Number(port), connectHeaders }, (refused, client) => {
  if (refused) {
    fail(refused);
  }
  client.on('error', fail);
  const subscription = { destination: replies, 'subscription-type': 'ANYCAST', ack: 'client-individual' };
  client.subscribe(subscription, (broken, message) => {
    if (broken) {
      fail(broken);
    }
    message.readString('utf-8', (unreadable, body) => (unreadable ? fail(unreadable) : answered(client, message, body)));
  });
  place(client);
});
