package dev.parley.relay.mailbox;

import dev.parley.definition.Defined;
import dev.parley.message.Caller;
import dev.parley.message.Sha256;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A mailbox as it is defined.
 *
 * @param name 1 to 100 letters, digits, {@code .}, {@code -} or {@code _}
 * @param version another after each change, and never the same again; the ETag
 * @param definition what was defined
 * @param updatedAt when
 * @param updatedBy by whom
 */
public record Mailbox(String name, long version, MailboxDefinition definition, Instant updatedAt, String updatedBy)
        implements Defined<MailboxDefinition> {

    private static final int MARK_DIGITS = 15;

    @Override
    public String owner() {
        return definition.owner();
    }

    /** The mark of whose it is, by which an {@link dev.parley.message.Address} leads to nobody else's; never 0. */
    public long mark() {
        return Long.parseLong(Sha256.hex(definition.owner()).substring(0, MARK_DIGITS), 16) | 1;
    }

    /** True if the caller may receive from it, browse and change it. */
    public boolean mayReceive(Caller caller) {
        return caller.maySee(definition.owner());
    }

    /** True if the caller may send to it. */
    public boolean maySend(Caller caller) {
        return mayReceive(caller) || maySend(caller.name());
    }

    /**
     * True if a sender may send to it.
     *
     * @param sender null if it is not known who sends
     */
    public boolean takesFrom(@Nullable Caller sender) {
        return sender == null ? maySend((String) null) : maySend(sender);
    }

    /**
     * True if a participant may send to it.
     *
     * @param user its name; null if it is not known
     */
    public boolean maySend(@Nullable String user) {
        return definition.senders().contains(MailboxDefinition.ANYBODY)
                || (user != null
                        && (user.equals(definition.owner())
                                || definition.senders().contains(user)));
    }
}
