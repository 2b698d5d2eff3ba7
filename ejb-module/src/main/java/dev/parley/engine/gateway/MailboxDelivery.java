package dev.parley.engine.gateway;

import dev.parley.message.Address;
import dev.parley.message.Caller;
import dev.parley.message.Outgoing;
import dev.parley.message.Problem;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** The delivery of what Parley sends into mailboxes, where participants come for it. */
public interface MailboxDelivery {

    /**
     * Puts messages into their mailboxes within the current transaction of the database: they are there once it
     * commits, and only then. Whether that address may be named was asked before, and is asked no more but for this: it
     * is the mailbox of whom it was when it was named, and not somebody else's of that name. A message comes again if
     * it is sent again.
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
     * The mark of whose the mailbox of that name is; empty if there is none, or the caller may not send to it: whoever
     * may not cannot tell the one from the other.
     *
     * @param caller null if it is not known who asks
     */
    OptionalLong mark(@Nullable Caller caller, String mailbox);

    /**
     * True if that user may have answers go there, as far as that has to be looked up: nobody writes to a foreign
     * mailbox by having it answered.
     *
     * @param address null for nowhere
     * @param user null if it is not known who asks
     */
    default boolean mayAnswer(@Nullable Address address, @Nullable String user) {
        return address == null || admitted(address, user).isPresent();
    }

    /**
     * The address as it is kept if that user may have answers go there, as far as that has to be looked up: it leads to
     * the mailbox of whoever has it now, and to none that somebody else makes when this one is gone.
     *
     * @param user null if it is not known who asks
     */
    default Optional<Address> admitted(Address address, @Nullable String user) {
        if (address.kind() != Address.Kind.MAILBOX) {
            return Optional.of(address);
        }
        OptionalLong found = mark(user == null ? null : new Caller(user, false), address.name());
        return found.isPresent() && address.leadsTo(found.getAsLong())
                ? Optional.of(address.markedAs(found.getAsLong()))
                : Optional.empty();
    }

    /** The delivery of an engine without mailboxes: nobody may send to one, and nothing may be put into one. */
    static MailboxDelivery none() {
        return new MailboxDelivery() {
            @Override
            public List<@Nullable Problem> put(List<Outgoing> messages) {
                throw new IllegalStateException("There are no mailboxes here: " + messages);
            }

            @Override
            public OptionalLong mark(@Nullable Caller caller, String mailbox) {
                return OptionalLong.empty();
            }
        };
    }
}
