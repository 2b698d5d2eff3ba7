package dev.parley.relay.mailbox;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;

/**
 * The definition of a mailbox: what it is to be like.
 *
 * @param owner the participant who receives from it and may change it
 * @param senders who else may send to it, by user name; {@code *} for every participant
 * @param lock how long a message is locked for who receives it, unless the reception says otherwise; 1 s to 12 h
 * @param timeToLive how long a message stays at most; a message may ask for less
 * @param maxDeliveries after how many deliveries a message that was not acknowledged goes to the dead letters
 * @param messages how many messages it holds at most, whatever their state, without dead letters
 * @param bytes how many bytes their bodies have together at most, in UTF-8
 */
public record MailboxDefinition(
        String owner,
        List<String> senders,
        Duration lock,
        Duration timeToLive,
        int maxDeliveries,
        long messages,
        long bytes) {

    /** The name among the senders that stands for every participant. */
    public static final String ANYBODY = "*";

    /** The shortest time that a message can be locked for. */
    public static final Duration SHORTEST_LOCK = Duration.ofSeconds(1);
    /** The longest time that a message can be locked for. */
    public static final Duration LONGEST_LOCK = Duration.ofHours(12);
    /** The time that a message is locked for, if nothing is said. */
    public static final Duration DEFAULT_LOCK = Duration.ofSeconds(30);
    /** The time that a message stays at most, if nothing is said. */
    public static final Duration DEFAULT_TIME_TO_LIVE = Duration.ofDays(14);
    /** The number of deliveries, if nothing is said. */
    public static final int DEFAULT_MAX_DELIVERIES = 10;
    /** The number of messages that a mailbox holds at most, if nothing is said. */
    public static final long DEFAULT_MESSAGES = 1_000_000;
    /** The number of bytes that a mailbox holds at most, if nothing is said: 1 GiB. */
    public static final long DEFAULT_BYTES = 1L << 30;

    private static final ObjectMapper JSON = new ObjectMapper();

    public MailboxDefinition {
        senders = List.copyOf(senders);
    }

    /** The defaults. */
    public static MailboxDefinition of(String owner) {
        return new MailboxDefinition(
                owner,
                List.of(),
                DEFAULT_LOCK,
                DEFAULT_TIME_TO_LIVE,
                DEFAULT_MAX_DELIVERIES,
                DEFAULT_MESSAGES,
                DEFAULT_BYTES);
    }

    /** The same, of that owner. */
    public MailboxDefinition ownedBy(String other) {
        return other.equals(owner)
                ? this
                : new MailboxDefinition(other, senders, lock, timeToLive, maxDeliveries, messages, bytes);
    }

    /** The definition with all its fields, as {@link MailboxDefinitionReader} reads it. */
    public String toJson() {
        ObjectNode json = JSON.createObjectNode().put("owner", owner);
        senders.forEach(json.putArray("senders")::add);
        return json.put("lock", lock.toString())
                .put("timeToLive", timeToLive.toString())
                .put("maxDeliveries", maxDeliveries)
                .put("messages", messages)
                .put("bytes", bytes)
                .toString();
    }
}
