package dev.parley.it.client;

import dev.parley.it.server.ParleyServer;
import dev.parley.it.server.User;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.function.BooleanSupplier;
import org.apache.qpid.proton.Proton;
import org.apache.qpid.proton.amqp.Symbol;
import org.apache.qpid.proton.amqp.messaging.AmqpValue;
import org.apache.qpid.proton.amqp.messaging.Source;
import org.apache.qpid.proton.amqp.messaging.Target;
import org.apache.qpid.proton.amqp.transport.DeliveryState;
import org.apache.qpid.proton.engine.Connection;
import org.apache.qpid.proton.engine.Delivery;
import org.apache.qpid.proton.engine.EndpointState;
import org.apache.qpid.proton.engine.Receiver;
import org.apache.qpid.proton.engine.Sender;
import org.apache.qpid.proton.engine.Session;
import org.apache.qpid.proton.engine.Transport;
import org.apache.qpid.proton.message.Message;

/** A participant over AMQP 1.0 that knows nothing of JMS, as a script in another language would be. */
public final class AmqpParticipant implements AutoCloseable {

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private final Connection connection = Proton.connection();
    private final Transport transport = Proton.transport();
    private final Session session;
    private int links;
    private int deliveries;

    public AmqpParticipant(ParleyServer server, User user) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), server.messagingPort());
        socket.setSoTimeout(30_000);
        in = socket.getInputStream();
        out = socket.getOutputStream();
        var sasl = transport.sasl();
        sasl.client();
        sasl.plain(user.name(), user.password());
        transport.bind(connection);
        connection.setContainer("script-" + System.nanoTime());
        connection.setHostname("localhost");
        connection.open();
        session = connection.session();
        session.open();
        pumpUntil(() -> session.getRemoteState() == EndpointState.ACTIVE);
    }

    /** A receiver at an address of the broker, with capabilities such as {@code queue} or none. */
    public Receiver receiver(String address, String... capabilities) throws IOException {
        Source source = new Source();
        source.setAddress(address);
        if (capabilities.length > 0) {
            Symbol[] symbols = new Symbol[capabilities.length];
            for (int i = 0; i < capabilities.length; i++) {
                symbols[i] = Symbol.valueOf(capabilities[i]);
            }
            source.setCapabilities(symbols);
        }
        return receiver(source);
    }

    /** A receiver whose address the broker makes up. */
    public Receiver dynamicReceiver() throws IOException {
        Source source = new Source();
        source.setDynamic(true);
        return receiver(source);
    }

    private Receiver receiver(Source source) throws IOException {
        Receiver receiver = session.receiver("receiver-" + ++links);
        receiver.setSource(source);
        receiver.setTarget(new Target());
        receiver.open();
        receiver.flow(10);
        pumpUntil(() -> receiver.getRemoteState() != EndpointState.UNINITIALIZED);
        return receiver;
    }

    /** What the broker says of a receiver that it refuses. */
    public String awaitRefusal(Receiver receiver) throws IOException {
        pumpUntil(() -> receiver.getRemoteState() == EndpointState.CLOSED);
        return String.valueOf(receiver.getRemoteCondition().getDescription());
    }

    /** The address that the broker gave to a receiver. */
    public static String addressOf(Receiver receiver) {
        return ((Source) receiver.getRemoteSource()).getAddress();
    }

    /** Sends, and says what the broker made of it. */
    public DeliveryState send(String address, Message message) throws IOException {
        Sender sender = session.sender("sender-" + ++links);
        Target target = new Target();
        target.setAddress(address);
        sender.setTarget(target);
        sender.setSource(new Source());
        sender.open();
        pumpUntil(() -> sender.getCredit() > 0);
        byte[] bytes = new byte[8192];
        int length = message.encode(bytes, 0, bytes.length);
        Delivery delivery = sender.delivery(new byte[] {(byte) ++deliveries});
        sender.send(bytes, 0, length);
        sender.advance();
        pumpUntil(() -> delivery.getRemoteState() != null);
        DeliveryState state = delivery.getRemoteState();
        delivery.settle();
        sender.close();
        return state;
    }

    /** The next message, which must come. */
    public Message receive(Receiver receiver) throws IOException {
        pumpUntil(() -> receiver.current() != null && !receiver.current().isPartial());
        byte[] bytes = new byte[64 * 1024];
        int length = receiver.recv(bytes, 0, bytes.length);
        Message message = Proton.message();
        message.decode(bytes, 0, length);
        // What is settled is not current any more: to go on after that would leave out the next one
        Delivery delivery = receiver.current();
        receiver.advance();
        delivery.disposition(org.apache.qpid.proton.amqp.messaging.Accepted.getInstance());
        delivery.settle();
        flush();
        return message;
    }

    /** The text of a message. */
    public static String text(Message message) {
        return String.valueOf(((AmqpValue) message.getBody()).getValue());
    }

    private void pumpUntil(BooleanSupplier isDone) throws IOException {
        byte[] buffer = new byte[8192];
        flush();
        while (!isDone.getAsBoolean()) {
            int read = in.read(buffer);
            if (read < 0) {
                throw new IOException("The broker hung up: " + connection.getRemoteCondition());
            }
            process(buffer, read);
            flush();
        }
    }

    private void process(byte[] bytes, int length) {
        int processed = 0;
        while (processed < length) {
            ByteBuffer tail = transport.tail();
            int count = Math.min(tail.remaining(), length - processed);
            tail.put(bytes, processed, count);
            transport.process();
            processed += count;
        }
    }

    private void flush() throws IOException {
        while (transport.pending() > 0) {
            ByteBuffer head = transport.head();
            byte[] bytes = new byte[head.remaining()];
            head.get(bytes);
            out.write(bytes);
            transport.pop(bytes.length);
        }
        out.flush();
    }

    @Override
    public void close() throws IOException {
        connection.close();
        flush();
        socket.close();
    }
}
