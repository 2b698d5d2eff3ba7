package dev.parley.engine.deadletter;

import dev.parley.engine.wire.MessageHeaders;
import dev.parley.engine.wire.MessageReader;
import dev.parley.message.Arrival;
import dev.parley.message.Headers;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The reader of dead letters, whoever put them there: Parley, or the broker. */
final class DeadLetterReader {

    /** The reason of what the broker gave up: it says none. */
    static final String UNDELIVERED = "undelivered";

    private static final String GIVEN_UP = "It was delivered as often as its queue allows, and not taken.";

    private static final String QUEUES = "jms.queue.";
    private static final String ADDRESS = "queue:";

    private final MessageReader reader;

    DeadLetterReader(MessageReader reader) {
        this.reader = reader;
    }

    /** The dead letter that a message is; empty if nothing would find it again. */
    Optional<DeadLetter> read(Message message) throws JMSException {
        MessageHeaders headers = new MessageHeaders(message);
        String id = DeadLetterId.of(
                headers.text(Headers.DEAD_LETTER_ID), headers.text("_AMQ_ORIG_MESSAGE_ID"), message.getJMSMessageID());
        return id == null ? Optional.empty() : Optional.of(read(id, message, headers));
    }

    private DeadLetter read(String id, Message message, MessageHeaders headers) throws JMSException {
        Arrival arrival = reader.read(message);
        String why = headers.text(Headers.REASON);
        int end = why == null ? -1 : why.indexOf(": ");
        String given = headers.text(Headers.MESSAGE_ID);
        return new DeadLetter(
                id,
                arrival.type(),
                why == null ? UNDELIVERED : end < 0 ? why : why.substring(0, end),
                why == null ? GIVEN_UP : why.substring(end < 0 ? 0 : end + 2),
                from(headers),
                headers.text(Headers.FAILED_CONVERSATION),
                given == null ? arrival.transportId() : given,
                arrival.correlationId(),
                arrival.replyTo(),
                arrival.properties(),
                Instant.ofEpochMilli(message.getJMSTimestamp()),
                arrival.body(),
                arrival.unreadable() == null ? null : arrival.unreadable().detail());
    }

    private static @Nullable String from(MessageHeaders headers) {
        String from = Objects.requireNonNullElse(headers.text(Headers.PARKED_FROM), "");
        String queue = from.isEmpty() ? headers.text("_AMQ_ORIG_QUEUE") : from;
        if (queue == null) {
            return null;
        }
        String name = queue.startsWith(ADDRESS) ? queue.substring(ADDRESS.length()) : queue;
        return name.startsWith(QUEUES) ? name.substring(QUEUES.length()) : name;
    }
}
