package dev.parley.conversation;

import dev.parley.message.Address;
import org.jspecify.annotations.Nullable;

/**
 * The conversation that another one was begun by, and whose answer it gets.
 *
 * @param pattern the name of its pattern: only a node that knows it can give it an answer
 * @param id its id
 */
public record Parent(String pattern, String id) {

    private static final char SEPARATOR = '/';

    /** A conversation that asks. */
    public static Parent of(Conversation asking) {
        return new Parent(asking.pattern(), asking.id());
    }

    /** The parent that an address stands for; null if it is no conversation's. */
    public static @Nullable Parent at(@Nullable Address address) {
        if (address == null || address.kind() != Address.Kind.CONVERSATION) {
            return null;
        }
        int end = address.name().indexOf(SEPARATOR);
        return new Parent(address.name().substring(0, end), address.name().substring(end + 1));
    }

    /** The address that its answer goes to. */
    public Address address() {
        return Address.conversation(pattern + SEPARATOR + id);
    }
}
