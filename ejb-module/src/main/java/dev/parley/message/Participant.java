package dev.parley.message;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The names by which senders, holders and requesters are told apart in tables: {@code user:NAME} where it is known who
 * it is, otherwise the address that it is answered at.
 */
public final class Participant {

    /** The one name of all of whom neither the broker nor a reply address says anything. */
    public static final String ANONYMOUS = "anonymous";

    /** The name of code in the EAR that no operation has called. */
    public static final String APPLICATION = "application";

    private static final String USER = "user:";
    private static final String OPERATION = "operation:";

    private Participant() {}

    /** The name of an authenticated user. */
    public static String user(String name) {
        return USER + name;
    }

    /** The name of a caller. */
    public static String of(Caller caller) {
        return user(caller.name());
    }

    /**
     * The name of whoever sent a message.
     *
     * @param user who it is, where the broker says so; null otherwise
     * @param replyTo where it is answered; null if nowhere
     */
    public static String sender(@Nullable String user, @Nullable Address replyTo) {
        if (user != null) {
            return user(user);
        }
        return replyTo == null ? ANONYMOUS : replyTo.toString();
    }

    /** The name of code in the EAR that is an operation, or was called by one. */
    public static String operation(String name) {
        return OPERATION + name;
    }

    /** True of code in the EAR: nobody outside has such a name, as nobody there can be answered at an operation. */
    public static boolean isCode(String participant) {
        return participant.equals(APPLICATION) || participant.startsWith(OPERATION);
    }

    /** The caller that has this name; empty for one that is known by an address, or not at all. */
    public static Optional<Caller> caller(String participant) {
        return participant.startsWith(USER)
                ? Optional.of(new Caller(participant.substring(USER.length()), false))
                : Optional.empty();
    }
}
