package dev.parley.engine.gateway;

import dev.parley.message.Address;
import dev.parley.message.Outgoing;
import dev.parley.message.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The delivery of what Parley sends into mailboxes, where participants come for it. */
public interface MailboxDelivery {

    /**
     * Puts messages into their mailboxes within the current transaction of the database: they are there once it
     * commits, and only then. Whether that address may be named was asked before; a message comes again if it is sent
     * again.
     *
     * @param messages addressed to mailboxes
     * @return for each in their order why it is not there; null if it is
     */
    List<@Nullable Problem> put(List<Outgoing> messages);

    /**
     * Takes messages back that were put into a mailbox for a conversation and that nobody has ever taken, within the
     * current transaction of the database.
     *
     * @return how many
     */
    default int takeBack(String mailbox, String conversationId) {
        return 0;
    }

    /**
     * True if there is such a mailbox, and the user may send to it: whoever may not cannot tell the one from the other.
     *
     * @param user null if it is not known who asks
     */
    boolean takesFrom(@Nullable String user, String mailbox);

    /**
     * True if that user may have answers go there, as far as that has to be looked up: nobody writes to a foreign
     * mailbox by having it answered.
     *
     * @param address null for nowhere
     * @param user null if it is not known who asks
     */
    default boolean mayAnswer(@Nullable Address address, @Nullable String user) {
        return address == null || address.kind() != Address.Kind.MAILBOX || takesFrom(user, address.name());
    }

    /** The delivery of an engine without mailboxes: nobody may send to one, and nothing may be put into one. */
    static MailboxDelivery none() {
        return new MailboxDelivery() {
            @Override
            public List<@Nullable Problem> put(List<Outgoing> messages) {
                throw new IllegalStateException("There are no mailboxes here: " + messages);
            }

            @Override
            public boolean takesFrom(@Nullable String user, String mailbox) {
                return false;
            }
        };
    }
}
