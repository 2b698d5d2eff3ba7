package dev.parley.relay.mailbox;

import static dev.parley.relay.mailbox.MailboxDefinition.DEFAULT_BYTES;
import static dev.parley.relay.mailbox.MailboxDefinition.DEFAULT_LOCK;
import static dev.parley.relay.mailbox.MailboxDefinition.DEFAULT_MAX_DELIVERIES;
import static dev.parley.relay.mailbox.MailboxDefinition.DEFAULT_MESSAGES;
import static dev.parley.relay.mailbox.MailboxDefinition.DEFAULT_TIME_TO_LIVE;
import static dev.parley.relay.mailbox.MailboxDefinition.LONGEST_LOCK;
import static dev.parley.relay.mailbox.MailboxDefinition.SHORTEST_LOCK;

import dev.parley.definition.Fields;
import dev.parley.message.Refusal;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * The reader of what a mailbox is to be like, which says of all that is wrong with it at once what is expected. What
 * only reading shows is ignored, so that what was read can be changed and written.
 */
public final class MailboxDefinitionReader {

    private static final Set<String> SHOWN_ONLY = Set.of(
            "name",
            "ready",
            "locked",
            "delayed",
            "waiting",
            "dead",
            "size",
            "oldest",
            "actions",
            "updatedAt",
            "updatedBy");
    private static final Duration SHORTEST_TIME_TO_LIVE = Duration.ofSeconds(1);
    private static final Duration LONGEST_TIME_TO_LIVE = Duration.ofDays(366);
    private static final int MOST_DELIVERIES = 1000;
    private static final long MOST_MESSAGES = 1_000_000_000;
    private static final long MOST_BYTES = 1L << 50;
    private static final int MOST_SENDERS = 1000;

    private MailboxDefinitionReader() {}

    /**
     * The definition that is in a text.
     *
     * @param owner whose it is if the text does not say
     * @throws Refusal {@code body-not-json} or {@code body-invalid}
     */
    public static MailboxDefinition read(String name, String text, String owner) {
        return new Fields.Body("a definition of mailbox '" + name + "'", "an object", SHOWN_ONLY)
                .read(text, fields -> definition(fields, owner));
    }

    private static MailboxDefinition definition(Fields fields, String owner) {
        return new MailboxDefinition(
                fields.user("owner", owner),
                fields.users("senders", List.of(), 0, MOST_SENDERS, "all"),
                fields.duration("lock", DEFAULT_LOCK, SHORTEST_LOCK, LONGEST_LOCK),
                fields.duration("timeToLive", DEFAULT_TIME_TO_LIVE, SHORTEST_TIME_TO_LIVE, LONGEST_TIME_TO_LIVE),
                fields.whole("maxDeliveries", DEFAULT_MAX_DELIVERIES, 1, MOST_DELIVERIES),
                fields.whole("messages", DEFAULT_MESSAGES, 1, MOST_MESSAGES),
                fields.whole("bytes", DEFAULT_BYTES, 1, MOST_BYTES));
    }
}
