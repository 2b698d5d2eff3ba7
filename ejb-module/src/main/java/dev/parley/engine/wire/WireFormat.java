package dev.parley.engine.wire;

import dev.parley.conversation.Conversation;
import dev.parley.engine.commit.Ids;
import dev.parley.message.Address;
import dev.parley.message.Headers;
import dev.parley.message.Outgoing;
import dev.parley.message.Problem;
import dev.parley.message.Unicode;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The form that what Parley sends has on the wire: the same whichever way it is delivered. */
public final class WireFormat {

    /** On a work message: how often its conversation was looked for. */
    public static final String LOOKS = "Looks";

    /** A header must not be so long that the message cannot be sent. */
    private static final int LONGEST_REASON = 2000;

    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    private WireFormat() {}

    /** A message to a participant; its address must not be null. */
    public static WireMessage of(Outgoing message) {
        Address to = Objects.requireNonNull(message.to(), "A message without an address is only journaled");
        Map<String, Object> properties = new HashMap<>(message.properties());
        properties.put(Headers.KIND, message.kind().label());
        properties.put(Headers.MESSAGE_ID, message.messageId());
        put(properties, Headers.CONVERSATION_ID, message.conversationId());
        put(properties, Headers.STATE, message.state());
        if (message.turn() > 0) {
            properties.put(Headers.TURN, message.turn());
        }
        Outgoing.Request request = message.request();
        if (request != null) {
            if (request.attempt() > 0) {
                properties.put(Headers.ATTEMPT, request.attempt());
            }
            properties.put(Headers.HOPS, request.hops());
        }
        return new WireMessage(
                to,
                message.type(),
                message.correlationId(),
                request == null ? null : request.replyTo(),
                request == null ? null : request.group(),
                properties,
                message.body(),
                Duration.ZERO,
                request == null ? null : request.expiresAt());
    }

    private static void put(Map<String, Object> properties, String name, @Nullable String value) {
        if (value != null) {
            properties.put(name, value);
        }
    }

    /** The message that an operation is to run. */
    public static WireMessage of(Lane lane, OperationWork work) {
        Map<String, Object> properties = new HashMap<>();
        properties.put(Headers.CONVERSATION_ID, work.conversationId());
        properties.put(LOOKS, work.looks());
        if (work.turn() > 0) {
            properties.put(Headers.TURN, work.turn());
        }
        return new WireMessage(
                Address.queue(Queues.nameOf(lane)),
                work.operation(),
                null,
                null,
                work.group(),
                properties,
                work.conversationId(),
                work.delay(),
                null);
    }

    /** A conversation's request, parked. */
    public static WireMessage parked(Conversation conversation, String body, Problem reason) {
        Map<String, Object> properties = new HashMap<>();
        properties.put(Headers.MESSAGE_ID, conversation.messageId());
        properties.put(Headers.CONVERSATION_ID, conversation.id());
        properties.put(Headers.EXCHANGE, conversation.exchange().label());
        properties.put("Sender", conversation.sender());
        properties.put(Headers.FAILED_CONVERSATION, conversation.id());
        properties.putAll(reason(reason, Queues.REQUESTS));
        return new WireMessage(
                Queues.DEAD,
                conversation.operation(),
                conversation.correlationId(),
                null,
                null,
                properties,
                body,
                Duration.ZERO,
                null);
    }

    /** A message parked as it came. */
    public static WireMessage parked(WireMessage message, String from, Problem reason) {
        return message.redirected(Queues.DEAD, reason(reason, from));
    }

    /** A message that cannot be sent to where it should, parked. */
    public static WireMessage unsent(WireMessage message, Problem why) {
        return parked(message, message.to().toString(), why);
    }

    private static Map<String, Object> reason(Problem reason, String from) {
        return Map.of(Headers.REASON, oneLine(reason), Headers.PARKED_FROM, from, Headers.DEAD_LETTER_ID, Ids.next());
    }

    /** A message parked as it came, from which a conversation can go on. */
    public static WireMessage parked(
            WireMessage message, String from, Problem reason, @Nullable String failedConversation) {
        Map<String, Object> properties = new HashMap<>(reason(reason, from));
        put(properties, Headers.FAILED_CONVERSATION, failedConversation);
        return message.redirected(Queues.DEAD, properties);
    }

    /**
     * The reason in one line, for headers and logs: its name, its detail and what is wrong, cut off where it is too
     * long.
     */
    public static String oneLine(Problem reason) {
        String where = reason.violations().isEmpty() ? "" : " " + reason.violations();
        String line = oneLine(reason.name() + ": " + reason.detail() + where);
        return line.length() <= LONGEST_REASON ? line : Unicode.beginning(line, LONGEST_REASON) + "…";
    }

    /** The text in one line: what a sender wrote must not look like another line of a log. */
    public static String oneLine(String text) {
        return CONTROL.matcher(text).replaceAll(" ");
    }
}
