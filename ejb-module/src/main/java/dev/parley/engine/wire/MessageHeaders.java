package dev.parley.engine.wire;

import dev.parley.message.Address;
import dev.parley.message.CommonProblem;
import dev.parley.message.Problem;
import dev.parley.message.Unicode;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.util.Base64;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.activemq.artemis.jms.client.ActiveMQMessage;
import org.jspecify.annotations.Nullable;

/**
 * The headers and properties of a message that anybody may have sent. Nothing in it makes reading fail: what cannot be
 * read is not there, and is the {@linkplain #problem problem} of the message.
 */
public final class MessageHeaders {

    /**
     * Bytes of all together, two for each character. The broker's client sends no more than 100 KiB of them; some are
     * left for what Parley adds.
     */
    static final int LARGEST = 80_000;

    /** Characters that are kept of each if all together are larger. */
    static final int LARGEST_OF_TOO_MANY = 300;

    private static final String GROUP = "JMSXGroupID";

    private final Message message;
    private boolean areTooMany;
    private @Nullable Problem problem;

    /** How a header is asked for. */
    @FunctionalInterface
    private interface Header<T> {
        @Nullable
        T read() throws JMSException;
    }

    /** The headers of a message, however many there are. */
    public MessageHeaders(Message message) {
        this.message = message;
    }

    /** The headers of a message, none of which is too long to be sent on. */
    static MessageHeaders bounded(Message message) {
        MessageHeaders headers = new MessageHeaders(message);
        if (headers.size() > LARGEST) {
            headers.areTooMany = true;
            headers.problem = CommonProblem.HEADER_INVALID.because(
                    "All headers and properties together have at most " + LARGEST + " bytes, two for each character.");
        }
        return headers;
    }

    /** True if some have been left out because all together are too large. */
    boolean areTooMany() {
        return areTooMany;
    }

    /** Why the headers that have been asked for are not all that there were; null if they are. */
    @Nullable
    Problem problem() {
        return problem;
    }

    /** The JMSType; null if there is none. */
    public @Nullable String type() {
        return bounded("JMSType", read("JMSType", message::getJMSType));
    }

    /** The JMSXGroupID; null if there is none. */
    public @Nullable String group() {
        return text(GROUP);
    }

    /** True if it was delivered before. */
    public boolean isRedelivered() {
        return Boolean.TRUE.equals(read("JMSRedelivered", message::getJMSRedelivered));
    }

    @Nullable
    String correlationId() {
        return bounded("JMSCorrelationID", read("JMSCorrelationID", () -> CorrelationId.of(message)));
    }

    @Nullable
    Address replyTo() {
        Address address = read("JMSReplyTo", () -> Destinations.address(message.getJMSReplyTo()));
        return address == null || fits(address.name()) ? address : null;
    }

    /** Its JMSMessageID, or what stands for it. */
    public String id() {
        String id = bounded("JMSMessageID", read("JMSMessageID", () -> JmsMessages.id(message)));
        return id == null ? "ID:" : id;
    }

    /** A property as text, whatever type the client gave it; null if there is none. */
    public @Nullable String text(String property) {
        Object value = read(property, () -> message.getObjectProperty(property));
        return value == null ? null : bounded(property, text(value));
    }

    /**
     * A property that is a whole number; otherwise, and if it is not from 0 to {@code most}, nothing is known of it.
     */
    public int number(String property, int byDefault, int most) {
        String text = text(property);
        boolean isNumber = text != null && text.matches("[0-9]{1,9}");
        int number = isNumber ? Integer.parseInt(text) : byDefault;
        return number <= most ? number : byDefault;
    }

    long millis(String property, long byDefault) {
        Object value = read(property, () -> message.getObjectProperty(property));
        return value instanceof Long millis ? millis : byDefault;
    }

    /** All properties as text. Those that are too long, where all together are, have been left out. */
    Map<String, String> properties() {
        Map<String, String> properties = new HashMap<>();
        for (String name : names()) {
            Object value = read(name, () -> message.getObjectProperty(name));
            String text = value == null ? null : text(value);
            if (text != null && fits(name) && fits(text)) {
                refuseHalves(name, text);
                properties.put(name, text);
            }
        }
        return properties;
    }

    private List<String> names() {
        Enumeration<?> found = read("properties", message::getPropertyNames);
        return found == null
                ? List.of()
                : Collections.list(found).stream().map(String::valueOf).toList();
    }

    /** In bytes, as the broker's client counts them. */
    private int size() {
        return message instanceof ActiveMQMessage artemis
                ? artemis.getCoreMessage().getHeadersAndPropertiesEncodeSize()
                : 0;
    }

    private boolean fits(String text) {
        return !areTooMany || text.length() <= LARGEST_OF_TOO_MANY;
    }

    private @Nullable String bounded(String name, @Nullable String text) {
        if (text == null) {
            return null;
        }
        refuseHalves(name, text);
        return fits(text) ? text : Unicode.beginning(text, LARGEST_OF_TOO_MANY);
    }

    /** It could not be stored as it is, nor come back over another protocol. */
    private void refuseHalves(String name, String text) {
        if (Unicode.isTorn(name) || Unicode.isTorn(text)) {
            problem = CommonProblem.HEADER_INVALID.because(
                    Unicode.whole(name) + " has half of a character, a surrogate without the other one.");
        }
    }

    /** Bytes are the same text at each delivery. */
    private static String text(Object value) {
        return value instanceof byte[] bytes ? Base64.getEncoder().encodeToString(bytes) : value.toString();
    }

    /** A header is in memory: that it cannot be read is never the broker's fault. */
    private <T> @Nullable T read(String name, Header<T> header) {
        try {
            return header.read();
        } catch (JMSException | RuntimeException e) {
            problem = CommonProblem.HEADER_INVALID.because(
                    name + " is not of a type that it can have: " + WireFormat.oneLine(String.valueOf(e.getMessage())));
            return null;
        }
    }
}
