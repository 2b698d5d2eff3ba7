package dev.parley.relay;

import dev.parley.relay.mailbox.Mailbox;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The store of mailboxes and their messages, within one transaction. Rows that are locked stay so until it ends. */
public interface MailStore {

    /**
     * The mailboxes of those names, as they are committed, and what time it is: the same clock for all nodes.
     *
     * @param boxes by name; those that are there
     */
    record Opening(Instant now, Map<String, Box> boxes) {}

    /**
     * A mailbox and how full it is.
     *
     * @param id its number
     * @param mailbox its definition
     * @param size what is in it
     */
    record Box(long id, Mailbox mailbox, Size size) {}

    /**
     * The number of messages, and of the bytes of their bodies.
     *
     * @param messages how many messages there are
     * @param bytes how many bytes their bodies have together
     */
    record Size(long messages, long bytes) {

        /** The size of both together. */
        public Size plus(Size other) {
            return new Size(messages + other.messages, bytes + other.bytes);
        }
    }

    /** Opens mailboxes by their names. */
    Opening open(Set<String> names);

    /** The sizes of mailboxes, locked, so that nobody else makes them fuller. */
    Map<Long, Size> lockSizes(Set<Long> mailboxes);

    /** Changes how full mailboxes are: last, since other changes may wait until now, or until something is asked. */
    void resize(Map<Long, Size> changes);

    /**
     * Enters keys, each name once. Those that were there already are the answer, and stay as they are; those of
     * receptions are locked.
     */
    Map<MailKey.Name, MailKey> register(List<MailKey> keys);

    /** Changes what is kept under a key. */
    void keep(MailKey key);

    /** Forgets keys. */
    void forget(List<MailKey.Name> names);

    /** Adds messages, in their order; those without a group. */
    void insert(List<MailRow> mails);

    /**
     * Adds messages of groups, which are locked, in their order behind all others of their groups; they wait unless
     * they are the first.
     */
    void insertInGroups(List<MailRow> mails);

    /**
     * Locks messages that can be received, those that can be for longest first, without those that are locked.
     *
     * @param most how many
     */
    List<MailRow> claim(long mailbox, Instant now, int most);

    /** Locks the messages of a conversation that can be received and never were, without those that are locked. */
    List<MailHandle> untaken(long mailbox, String conversationId, Instant now);

    /** Locks messages by position; those that are there. */
    Map<Long, MailHandle> lock(Set<Long> positions);

    /** Messages by position, with their bodies; those that are there. */
    Map<Long, MailRow> read(Set<Long> positions);

    /**
     * Stores the locks of messages that were delivered, and nothing else of them: see
     * {@link DeliveryState#isNextDeliveryAfter}.
     */
    void deliver(Collection<MailHandle> mails);

    /** Stores where messages stand. */
    void update(Collection<MailHandle> mails);

    /** Removes messages. */
    void remove(Collection<MailHandle> mails);

    /** Makes messages dead letters. */
    void bury(Collection<MailHandle> mails, String reason, Instant now);

    /** The numbers of groups, locked, made where they are not there. */
    Map<GroupName, Long> groups(Set<GroupName> names);

    /**
     * A group of a mailbox.
     *
     * @param mailbox the number of the mailbox
     * @param group the name of the group
     */
    record GroupName(long mailbox, String group) {}

    /**
     * The first message of a group.
     *
     * @param position which
     * @param availableAt when it can be received
     */
    record Head(long position, Instant availableAt) {}

    /**
     * Takes messages out of the order of their groups, which it locks. A group without messages is removed.
     *
     * @return the first messages where there are others than before
     */
    Map<Long, Head> leaveGroups(Collection<MailHandle> mails);

    /** Makes the first message of a group available. */
    void lead(Map<Long, Head> heads);

    /** Locks messages with which something has to be done, without those that are locked, longest due first. */
    List<MailRow> due(Instant now, int most);
}
