// Places an order over AMQP 1.0, with Node and rhea (npm install rhea):
//
//   node place-order-amqp.cjs localhost 5445 alice PASSWORD order-1
//
// The key is the order's: run again with the same one, also after a crash, and there is still one order.
const rhea = require('rhea');

const [host, port, username, password, key] = process.argv.slice(2);
const container = rhea.create_container();

function fail(error) {
  console.error(String(error?.description ?? error?.message ?? error));
  process.exit(1);
}

// An address that the broker makes, and that ends with the connection: who asks again is answered at a new one.
container.once('receiver_open', ({ connection }) => connection.open_sender('jms.queue.parley.requests'));

container.once('sendable', ({ sender }) =>
  sender.send({
    subject: 'place-order',
    message_id: key,
    correlation_id: key,
    reply_to: receiver.source.address,
    durable: true,
    body: JSON.stringify({ customer: 'ada', item: 'tea', quantity: 2 }),
  }),
);

container.on('message', ({ message, connection }) => {
  const kind = message.application_properties.Kind;
  if (kind === 'Fault') {
    fail(new Error(message.body));
  } else if (kind === 'Reply') {
    console.log(JSON.parse(message.body).orderId);
    container.removeAllListeners('disconnected'); // it is over
    connection.close();
  }
});

container.on('rejected', ({ delivery }) => fail(delivery.remote_state.error));
for (const end of ['connection_error', 'sender_error', 'receiver_error', 'disconnected']) {
  container.on(end, (context) => fail(context.error ?? context.connection.error ?? context.sender?.error ?? end));
}

const connection = container.connect({ host, port: Number(port), username, password, reconnect: false });
const receiver = connection.open_receiver({ source: { dynamic: true } });
